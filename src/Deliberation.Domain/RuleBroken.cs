namespace Deliberation.Domain;

/// <summary>What was asked breaks a rule; nothing was changed.</summary>
public sealed class RuleBroken(Rule rule) : Exception(rule.Sentence)
{
    public Rule Rule { get; } = rule;
}
