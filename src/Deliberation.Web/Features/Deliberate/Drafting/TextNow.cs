using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A text as it is now, and the last changes that made it.</summary>
/// <param name="Later">The changes up to <paramref name="Version"/>, oldest first.</param>
internal sealed record TextNow(int Version, string Text, IReadOnlyList<TextChange> Later)
{
    public Anchor Follow(Anchor anchor) =>
        Later
            .Skip(Later.Count - Math.Max(0, Version - anchor.Version))
            .Aggregate(anchor, (moved, change) => moved.Follow(change));

    public string Words(Anchor anchor) => anchor.IsGone ? "" : Text[anchor.From..anchor.To];

    /// <summary>What stands in the same paragraph before and after some words, at most so many letters on each side.</summary>
    public (string Before, string After) Around(Anchor anchor, int letters)
    {
        if (anchor.IsGone)
        {
            return ("", "");
        }

        var start = Math.Max(Text.LastIndexOf('\n', Math.Max(0, anchor.From - 1)) + 1, anchor.From - letters);
        var line = Text.IndexOf('\n', anchor.To);
        var end = Math.Min(line < 0 ? Text.Length : line, anchor.To + letters);
        return (
            Text[Whole(Math.Min(start, anchor.From))..anchor.From],
            Text[anchor.To..Whole(Math.Max(end, anchor.To))]
        );
    }

    // Never between the halves of a character.
    private int Whole(int at) => at > 0 && at < Text.Length && char.IsLowSurrogate(Text[at]) ? at - 1 : at;
}
