using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Words that a link leads to, in the text as it stands now.</summary>
internal sealed record SoughtWords(string Before, string Words, string After)
{
    // Beyond, it costs more to follow the words than to look for them again.
    private const int FarBehind = 2_000;

    /// <summary>Where the link leads.</summary>
    /// <param name="place">As the address gives it: nothing it says is believed.</param>
    /// <returns>Null when the words are gone, or when there never were any.</returns>
    public static async Task<SoughtWords?> FindAsync(
        DocumentLog log,
        Guid documentId,
        KeptText text,
        Anchor place,
        CancellationToken cancellationToken
    )
    {
        if (place.Version > text.Version || place.Version < text.Version - FarBehind)
        {
            return null;
        }

        var now = await log.NowAsync(documentId, place.Version, cancellationToken);
        var length = now.Later is [var first, ..] ? first.Length : now.Text.Length;
        return 0 <= place.From && place.From < place.To && place.To <= length
            ? In(now, now.Follow(place))
            : null;
    }

    private static SoughtWords? In(TextNow now, Anchor place) =>
        place.IsGone ? null : new(now.Text[..place.From], now.Words(place), now.Text[place.To..]);
}
