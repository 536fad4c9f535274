using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Moves words from one text to another, inside <see cref="TextsTogether.WriteAsync"/>; they stay with those who wrote
/// them.
/// </summary>
internal sealed class TextMoves(
    DeliberationDb db,
    DocumentLog log,
    TextHistory history,
    TextsTogether together,
    MarginMoves margins
)
{
    /// <summary>Adds the text of a proposal at the end of another's.</summary>
    /// <exception cref="RuleBroken">One of them is not being written, or both are one.</exception>
    public async Task MergeAsync(Proposal from, Proposal into, Guid by, CancellationToken cancellationToken)
    {
        var mayMerge = from.Id != into.Id && from.SpaceId == into.SpaceId;
        Require(mayMerge && into.State.IsBeingWritten(), ProposalRules.AMergeHasAnotherProposal);
        Require(from.State.IsBeingWritten(), ProposalRules.StatesFollowInOrder);

        var source = await log.TextAsync(from.DocumentId, cancellationToken);
        var target = await log.TextAsync(into.DocumentId, cancellationToken);
        if (source.Text.Length > 0)
        {
            var pause = target.Text.Length > 0 ? "\n\n" : "";
            var standing = await history.AttributionAsync(into.DocumentId, cancellationToken, target.Version);
            var coming = await history.AttributionAsync(from.DocumentId, cancellationToken, source.Version);
            var after = Attribution.Of([
                .. standing.Passages,
                new Passage(by, pause.Length),
                .. coming.Passages,
            ]);
            var end = target.Text.Length;
            var change = TextChange.Replace(end, end, end, pause + source.Text);
            var pieces = AuthorsKept.Split(change, after, by);
            var version = await together.AddAsync(
                into.DocumentId,
                target.Version,
                pieces,
                KeyOf("merge", from),
                cancellationToken
            );
            var start = end + pause.Length;
            await margins.MoveAsync(
                (from.DocumentId, source),
                into.DocumentId,
                anchor => new Anchor(version, start + anchor.From, start + anchor.To),
                cancellationToken
            );
        }
    }

    /// <summary>Takes back what the last merge of a proposal added, but not what was written since.</summary>
    public async Task TakeBackAsync(
        Proposal merged,
        Proposal into,
        Guid by,
        CancellationToken cancellationToken
    )
    {
        var prefix = KeyOf("merge", merged)[..^4];
        var versions = await db.Set<ChangeRow>()
            .Where(row => row.DocumentId == into.DocumentId && row.ClientId.StartsWith(prefix))
            .OrderByDescending(row => row.Version)
            .Select(row => new { row.Version, row.ClientId })
            .ToListAsync(cancellationToken);
        if (versions.Count == 0)
        {
            return;
        }

        var key = versions[0].ClientId[..versions[0].ClientId.LastIndexOf('-')];
        var first = versions
            .Where(row => row.ClientId.StartsWith($"{key}-", StringComparison.Ordinal))
            .Min(row => row.Version);
        var before = await log.TextAsync(into.DocumentId, cancellationToken, first - 1);
        var after = await log.TextAsync(into.DocumentId, cancellationToken, versions[0].Version);
        AuthoredChange[] back = [new(by, TextDifference.Between(after.Text, before.Text))];
        var last = await log.TextAsync(into.DocumentId, cancellationToken);
        await together.AddAsync(into.DocumentId, after.Version, back, $"un{key}", cancellationToken);
        await ReturnAsync((into.DocumentId, last), merged.DocumentId, cancellationToken);
    }

    // Words that are taken back from a text still stand in the one they came from.
    private async Task ReturnAsync(
        (Guid DocumentId, KeptText Text) from,
        Guid into,
        CancellationToken cancellationToken
    )
    {
        var now = await log.NowAsync(from.DocumentId, from.Text.Version, cancellationToken);
        var home = await log.TextAsync(into, cancellationToken);
        await margins.MoveAsync(
            from,
            into,
            anchor =>
            {
                var words = from.Text.Text[anchor.From..anchor.To];
                var at = home.Text.IndexOf(words, StringComparison.Ordinal);
                return now.Follow(anchor).IsGone && at >= 0
                    ? new Anchor(home.Version, at, at + words.Length)
                    : null;
            },
            cancellationToken
        );
    }

    // A merge taken back and made again is another merge: the proposal has changed in between.
    public static string KeyOf(string act, Proposal proposal) =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{act}-{proposal.Id.ToString("N")[12..]}-{proposal.Revision % 1000:000}"
        );

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}
