using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>Words that were read for what identifies people, and hide it; nothing else is ever kept of a feedback.</summary>
public sealed record MaskedText
{
    /// <summary>The longest answer to one question, in UTF-16 units, before masking.</summary>
    public const int Longest = 4_000;

    /// <summary>What is written in place of words that a moderator hid.</summary>
    public const string Hidden = "[masqué]";

    public static readonly MaskedText Empty = new("");

    private MaskedText(string value) => Value = value;

    public string Value { get; }

    public bool IsEmpty => Value.Length == 0;

    /// <exception cref="RuleBroken">Too long, or not a well-formed text.</exception>
    public static MaskedText Of(string? typed, HarmlessWords? harmless = null)
    {
        var text = (typed ?? "").ReplaceLineEndings("\n").Trim();
        Require(text.Length <= Longest, FeedbackRules.AnAnswerHasALimit);
        Require(WellFormedText.Is(text), FeedbackRules.ATextIsWellFormed);

        return text.Length == 0 ? Empty : new MaskedText(PersonalData.Mask(text, harmless));
    }

    /// <summary>Reads back what was masked when it was kept.</summary>
    public static MaskedText AsKept(string value) => value.Length == 0 ? Empty : new MaskedText(value);

    /// <summary>Reads it once more: what the detector has learnt since counts too.</summary>
    public MaskedText Again(HarmlessWords? harmless = null) =>
        IsEmpty ? this : new MaskedText(PersonalData.Mask(Value, harmless));

    /// <summary>The same words as the detector of today hides them, when an older one had read them.</summary>
    public MaskedText UpToDate(int maskedBy, HarmlessWords harmless) =>
        maskedBy < PersonalData.Version ? Again(harmless) : this;

    /// <summary>A person has read it: what was probably somebody’s is hidden like what certainly was.</summary>
    public MaskedText Settled() => IsEmpty ? this : new MaskedText(Mentions.Settle(Value));

    /// <summary>Hides these words wherever they stand, whatever their capitals.</summary>
    public MaskedText Without(string words) =>
        new(Value.Replace(words, Hidden, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Value;

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}
