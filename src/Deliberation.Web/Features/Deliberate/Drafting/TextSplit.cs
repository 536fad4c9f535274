using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Moves the end of a text into another, with what is said about it, while people go on typing: the end as it is when
/// it is cut, so that no word is torn from its sentence.
/// </summary>
internal sealed class TextSplit(DocumentLog log, TextHistory history, Scribe scribe, MarginMoves margins)
{
    private const int Attempts = 50;

    /// <summary>Where a place of an earlier version is now.</summary>
    /// <exception cref="RuleBroken">Nothing stands before it any more, or after it.</exception>
    public async Task<(TextNow Text, int At)> PlaceAsync(
        Guid documentId,
        (int Version, int At) place,
        CancellationToken cancellationToken
    )
    {
        var text = await log.NowAsync(documentId, place.Version, cancellationToken);
        var at = text.Later.Aggregate(place.At, (moved, change) => change.MapPosition(moved));
        var isBetween = text.Text.AsSpan(0, at).Trim().Length > 0 && text.Text.AsSpan(at).Trim().Length > 0;
        return isBetween ? (text, at) : throw new RuleBroken(ProposalRules.ASplitLeavesWordsOnBothSides);
    }

    /// <param name="part">A proposal whose text is still empty.</param>
    /// <param name="place">Where the part begins, in the version in which it was chosen.</param>
    public async Task SplitAsync(
        Proposal from,
        Proposal part,
        (int Version, int At) place,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        for (var attempt = 1; ; attempt++)
        {
            var (text, at) = await PlaceAsync(from.DocumentId, place, cancellationToken);
            var key = $"{TextMoves.KeyOf("split", part)}-{attempt}";
            var filled = await FillAsync(
                part.DocumentId,
                (from.DocumentId, text, at),
                (key, by),
                cancellationToken
            );
            try
            {
                await CutAsync(from, part, (text, at), by, cancellationToken);
                await margins.MoveAsync(
                    (from.DocumentId, new KeptText(text.Version, text.Text)),
                    part.DocumentId,
                    anchor => anchor.From < at ? null : new Anchor(filled, anchor.From - at, anchor.To - at),
                    cancellationToken
                );
                return;
            }
            catch (RuleBroken broken)
                when (broken.Rule == DraftingRules.AnAdoptionFindsTheTextAsRead && attempt < Attempts)
            {
                // Someone typed in this very moment: take the end as it is now.
            }
        }
    }

    /// <returns>The version of the part that holds the end of the text as it is.</returns>
    private async Task<int> FillAsync(
        Guid partId,
        (Guid DocumentId, TextNow Text, int At) from,
        (string Key, Guid By) mark,
        CancellationToken cancellationToken
    )
    {
        var (documentId, text, at) = from;
        var filled = await log.TextAsync(partId, cancellationToken);
        var words = text.Text[at..];
        if (filled.Text == words)
        {
            return filled.Version;
        }

        var authors = await history.AttributionAsync(documentId, cancellationToken, text.Version);
        var pieces = AuthorsKept.Split(
            TextDifference.Between(filled.Text, words),
            Attribution.Of(authors.Between(at, text.Text.Length)),
            mark.By
        );
        return await scribe.WriteAsync(partId, filled.Version, pieces, mark.Key, cancellationToken);
    }

    private Task CutAsync(
        Proposal from,
        Proposal part,
        (TextNow Text, int At) end,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        var (text, at) = end;
        var kept = text.Text[..at].TrimEnd().Length;
        var cut = TextChange.Replace(text.Text.Length, kept, text.Text.Length, "");
        var key = TextMoves.KeyOf("cut", part);
        return scribe.WriteExactlyAsync(
            from.DocumentId,
            text.Version,
            new AuthoredChange(by, cut),
            key,
            cancellationToken
        );
    }
}
