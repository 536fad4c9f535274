namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>A stretch of words in a live text, followed wherever the words go.</summary>
/// <param name="Version">The version of the text in which it stands.</param>
/// <param name="From">Where it begins, in UTF-16 units.</param>
/// <param name="To">Where it ends; what is written exactly there is not part of it.</param>
public sealed record Anchor(int Version, int From, int To)
{
    /// <summary>Were its words deleted? Then they do not come back.</summary>
    public bool IsGone => From >= To;

    /// <exception cref="RuleBroken">There are no words there.</exception>
    public static Anchor On(KeptWords text, int from, int to)
    {
        var isWords =
            0 <= from
            && from < to
            && to <= text.Words.Length
            && WellFormedText.MayCut(text.Words, from)
            && WellFormedText.MayCut(text.Words, to);
        return isWords
            ? new Anchor(text.Version, from, to)
            : throw new RuleBroken(DraftingRules.AnAnchorHoldsWords);
    }

    /// <summary>Where the words are after the next change of their text.</summary>
    public Anchor Follow(TextChange change)
    {
        var from = change.MapPosition(From, after: !IsGone);
        return new(Version + 1, from, Math.Max(from, IsGone ? from : change.MapPosition(To)));
    }
}

/// <summary>A text at one version.</summary>
public sealed record KeptWords(int Version, string Words);
