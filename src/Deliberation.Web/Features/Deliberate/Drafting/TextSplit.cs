using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Moves the end of a text into another, with what is said about it, inside <see cref="TextsTogether.WriteAsync"/>: the
/// end as it is when it is cut, so that no word is torn from its sentence.
/// </summary>
internal sealed class TextSplit(
    DocumentLog log,
    TextHistory history,
    TextsTogether together,
    MarginMoves margins
)
{
    /// <param name="part">A proposal whose text is still empty.</param>
    /// <param name="place">Where the part begins, in the version in which it was chosen.</param>
    /// <exception cref="RuleBroken">Nothing stands before it any more, or after it.</exception>
    public async Task SplitAsync(
        Proposal from,
        Proposal part,
        (int Version, int At) place,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        var (text, at) = await PlaceAsync(from.DocumentId, place, cancellationToken);
        var filled = await FillAsync(from, part, (text, at), by, cancellationToken);
        await CutAsync(from, part, (text, at), by, cancellationToken);
        await margins.MoveAsync(
            (from.DocumentId, new KeptText(text.Version, text.Text)),
            part.DocumentId,
            anchor => anchor.From < at ? null : new Anchor(filled, anchor.From - at, anchor.To - at),
            cancellationToken
        );
    }

    private async Task<(TextNow Text, int At)> PlaceAsync(
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

    private async Task<int> FillAsync(
        Proposal from,
        Proposal part,
        (TextNow Text, int At) end,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        var (text, at) = end;
        var authors = await history.AttributionAsync(from.DocumentId, cancellationToken, text.Version);
        var pieces = AuthorsKept.Split(
            TextChange.Replace(0, 0, 0, text.Text[at..]),
            Attribution.Of(authors.Between(at, text.Text.Length)),
            by
        );
        var key = TextMoves.KeyOf("split", part);
        return await together.AddAsync(part.DocumentId, 0, pieces, key, cancellationToken);
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
        return together.AddAsync(
            from.DocumentId,
            text.Version,
            [new AuthoredChange(by, cut)],
            TextMoves.KeyOf("cut", part),
            cancellationToken
        );
    }
}
