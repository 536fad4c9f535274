using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A draft as one walks through it.</summary>
/// <param name="Parts">In order; the last one, without a title, holds the proposals that have no place yet.</param>
internal sealed record Outline(Guid Id, string Title, IReadOnlyList<Part> Parts);

internal sealed record Part(Guid? Id, string? Title, Stand? Text, IReadOnlyList<Line> Proposals);

/// <summary>A proposal in the outline.</summary>
internal sealed record Line(
    Guid Id,
    string Title,
    string Theme,
    ProposalState State,
    int Origins,
    Guid? MergedInto,
    Stand Text
);

/// <summary>How a text stands for the person who looks.</summary>
/// <param name="Seen">The last version they had before their eyes; null when they never came.</param>
/// <param name="News">How many others wrote in it since; none for those who never came.</param>
/// <param name="Here">Who else has it open at this moment; on another node, since two seconds at most.</param>
internal sealed record Stand(
    Guid DocumentId,
    bool IsFrozen,
    int Version,
    int? Seen,
    int News,
    int Comments,
    int Amendments,
    IReadOnlyList<string> Here
)
{
    public bool IsNew => Seen is null ? Version > 0 : News > 0;
}

/// <summary>Reads drafts as outlines.</summary>
internal sealed class Outlines(DeliberationDb db, Attendance attendance)
{
    public async Task<Outline> ReadAsync(Draft draft, Guid reader, CancellationToken cancellationToken)
    {
        var sections = await db.Set<Section>()
            .AsNoTracking()
            .Where(section => section.DraftId == draft.Id)
            .OrderBy(section => section.Position)
            .ThenBy(section => section.Id)
            .ToListAsync(cancellationToken);
        var proposals = await db.Set<Proposal>()
            .AsNoTracking()
            .Where(proposal => proposal.DraftId == draft.Id)
            .OrderBy(proposal => proposal.Position)
            .ThenBy(proposal => proposal.StartedAt)
            .ToListAsync(cancellationToken);
        Guid[] texts = [.. sections.Select(s => s.DocumentId), .. proposals.Select(p => p.DocumentId)];
        var here = await attendance.AtAsync(draft.SpaceId, texts);
        var stands = await StandsAsync(texts, here, reader, cancellationToken);
        var under = proposals.ToLookup(proposal => proposal.SectionId, proposal => LineOf(proposal, stands));
        return new Outline(
            draft.Id,
            draft.Title,
            [
                .. sections.Select(section => new Part(
                    section.Id,
                    section.Title,
                    stands[section.DocumentId],
                    [.. under[section.Id]]
                )),
                new Part(null, null, null, [.. under[null]]),
            ]
        );
    }

    private static Line LineOf(Proposal proposal, Dictionary<Guid, Stand> stands) =>
        new(
            proposal.Id,
            proposal.Title,
            proposal.Theme,
            proposal.State,
            proposal.Origins.Count,
            proposal.MergedInto,
            stands[proposal.DocumentId]
        );

    private async Task<Dictionary<Guid, Stand>> StandsAsync(
        Guid[] texts,
        ILookup<Guid, Attendee> here,
        Guid reader,
        CancellationToken cancellationToken
    )
    {
        var found = await db.Set<Document>()
            .Where(document => texts.Contains(document.Id))
            .Select(document => new
            {
                document.Id,
                IsFrozen = document.FrozenReason != null,
                Version = db.Set<ChangeRow>()
                    .Where(change => change.DocumentId == document.Id)
                    .Max(change => (int?)change.Version)
                    ?? 0,
                Seen = db.Set<Visit>()
                    .Where(visit => visit.DocumentId == document.Id && visit.PersonId == reader)
                    .Select(visit => (int?)visit.Version)
                    .FirstOrDefault(),
                News = db.Set<Visit>()
                    .Where(visit => visit.DocumentId == document.Id && visit.PersonId == reader)
                    .Select(visit =>
                        db.Set<ChangeRow>()
                            .Where(change => change.DocumentId == document.Id)
                            .Where(change => change.Version > visit.Version && change.AuthorId != reader)
                            .Select(change => change.AuthorId)
                            .Distinct()
                            .Count()
                    )
                    .FirstOrDefault(),
                Comments = db.Set<Comment>()
                    .Count(comment => comment.DocumentId == document.Id && comment.ResolvedAt == null),
                Amendments = db.Set<Amendment>()
                    .Count(amendment =>
                        amendment.DocumentId == document.Id && amendment.State == AmendmentState.Open
                    ),
            })
            .ToListAsync(cancellationToken);
        return found.ToDictionary(
            text => text.Id,
            text => new Stand(
                text.Id,
                text.IsFrozen,
                text.Version,
                text.Seen,
                // Whoever comes straight from a text still has it open while this page is made.
                here[text.Id].Any(one => one.Person == reader)
                    ? 0
                    : text.News,
                text.Comments,
                text.Amendments,
                [.. here[text.Id].Where(one => one.Person != reader).Select(one => one.Name).Distinct()]
            )
        );
    }
}
