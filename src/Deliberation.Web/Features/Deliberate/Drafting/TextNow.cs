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
}
