using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Instruction;

/// <summary>Words that a body keeps to begin its answers with; each <c>[…]</c> in them is a blank to fill in.</summary>
public sealed class AnswerTemplate : Aggregate
{
    /// <summary>What stands where something must be filled in before an answer is given.</summary>
    public const string Blank = "[…]";

    /// <summary>So many for each body, at most.</summary>
    public const int Most = 100;

    private AnswerTemplate() { }

    public Guid Id { get; private set; }

    public Guid BodyId { get; private set; }

    /// <summary>How agents find it; 3 to 120 characters.</summary>
    public string Title { get; private set; } = "";

    /// <summary>How a reason begins; 10 to 5,000 characters.</summary>
    public string Text { get; private set; } = "";

    /// <param name="known">How many the body has already.</param>
    /// <exception cref="RuleBroken">Too many, or words too short or too long.</exception>
    public static AnswerTemplate Write(Guid id, Guid bodyId, TemplateWords words, int known)
    {
        Require(known < Most, InstructionRules.ABodyKeepsSomeTemplates);

        var template = new AnswerTemplate { Id = id, BodyId = bodyId };
        template.Write(words);
        return template;
    }

    /// <exception cref="RuleBroken">Words too short or too long.</exception>
    public void Write(TemplateWords words)
    {
        var (title, text) = (AnswerText.Tidy(words.Title), AnswerText.Tidy(words.Text));
        Require(
            AnswerText.Is(title, 3, 120) && AnswerText.Is(text, 10, 5_000),
            InstructionRules.ATemplateHasATitleAndAText
        );
        (Title, Text) = (title!, text!); // required above
    }
}

/// <summary>What a template says.</summary>
/// <param name="Title">How agents find it.</param>
/// <param name="Text">How a reason begins.</param>
public sealed record TemplateWords(string? Title, string? Text);
