using Deliberation.Domain;

namespace Deliberation.Web.Platform.Localization;

/// <summary>A broken rule in the reader's language: its French sentence is the key, as for every text.</summary>
internal sealed class RuleWords
{
    public const string Folder = "Deliberation.Web.Platform.Localization.Rules";

    public string Say(Rule rule) => FeatureWords.Say(Folder, rule.Sentence);
}
