using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>One published proposition: its words, its reasons, where it comes from, how it was voted, what became of it.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class ReadProposition(IMediator mediator, ThemeNames themes) : PageModel
{
    public Result Data { get; private set; } = null!; // set before the page is shown

    public string? Theme { get; private set; }

    public async Task<IActionResult> OnGetAsync(string slug, int number, CancellationToken cancellationToken)
    {
        if (await mediator.Send(new Query(slug, number), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        var key = found.Proposition.Theme;
        Theme =
            key.Length == 0 ? null : (await themes.AllAsync(cancellationToken)).GetValueOrDefault(key, key);
        return Page();
    }

    public sealed record Query(string Slug, int Number) : IRequest<Result?>;

    public sealed record Result(
        Opinion Opinion,
        Proposition Proposition,
        EditionTexts Texts,
        string SectionTitle,
        IReadOnlyList<PositionShown> Positions,
        IReadOnlyList<Origin> Origins,
        Neighbour? Previous,
        Neighbour? Next
    )
    {
        /// <summary>The edition that left it out; null while the opinion holds it.</summary>
        public Withdrawal? Withdrawn { get; init; }

        public string Reference => Proposition.ReferenceOf(Opinion.Reference, Proposition.Number);
    }

    public sealed record Neighbour(int Number, string Title);

    /// <param name="Edition">The number of the first edition without it.</param>
    /// <param name="Reason">What that edition says it corrects.</param>
    public sealed record Withdrawal(int Edition, DateTimeOffset? PublishedAt, string Reason);

    /// <summary>A contribution it was drawn from.</summary>
    public sealed record Origin(Guid Id, string Label, string Text)
    {
        private const int Longest = 200;

        /// <summary>Its beginning, no character cut in two.</summary>
        public string Excerpt =>
            Text.Length <= Longest ? Text
            : char.IsHighSurrogate(Text[Longest - 1]) ? $"{Text[..(Longest - 1)]}…"
            : $"{Text[..Longest].TrimEnd()}…";
    }

    internal sealed class Handler(DeliberationDb db, PositionReader positions)
        : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var opinion = await db.Set<Opinion>()
                .AsNoTracking()
                .FirstOrDefaultAsync(
                    opinion => opinion.Slug == request.Slug && opinion.CurrentEdition > 0,
                    cancellationToken
                );
            if (opinion is null)
            {
                return null;
            }

            // What was published keeps its address, even when a corrected edition leaves it out.
            var published = db.Set<Proposition>()
                .AsNoTracking()
                .Where(item => item.OpinionId == opinion.Id && item.EditionNumber <= opinion.CurrentEdition);
            var found = await published
                .Where(item => item.Number == request.Number)
                .OrderByDescending(item => item.EditionNumber)
                .FirstOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            var edition = published.Where(item => item.EditionNumber == found.EditionNumber);
            var described = await DescribeAsync(opinion, found, edition, cancellationToken);
            return described with { Withdrawn = await WithdrawalAsync(opinion, found, cancellationToken) };
        }

        private async Task<Withdrawal?> WithdrawalAsync(
            Opinion opinion,
            Proposition found,
            CancellationToken cancellationToken
        ) =>
            found.EditionNumber == opinion.CurrentEdition
                ? null
                : await db.Set<Edition>()
                    .AsNoTracking()
                    .Where(edition => edition.OpinionId == opinion.Id)
                    .Where(edition => edition.Number == found.EditionNumber + 1)
                    .Select(edition => new Withdrawal(
                        edition.Number,
                        edition.PublishedAt,
                        edition.CorrectionNote
                    ))
                    .FirstAsync(cancellationToken);

        private async Task<Result> DescribeAsync(
            Opinion opinion,
            Proposition found,
            IQueryable<Proposition> edition,
            CancellationToken cancellationToken
        )
        {
            string[] places = [EditionTexts.Body(found.Number), EditionTexts.Rationale(found.Number)];
            var texts = await db.Set<RenderedText>()
                .AsNoTracking()
                .Where(text => text.OpinionId == opinion.Id && text.EditionNumber == found.EditionNumber)
                .Where(text => places.Contains(text.Place))
                .ToListAsync(cancellationToken);
            var section = await db.Set<EditionSection>()
                .Where(part => part.OpinionId == opinion.Id && part.EditionNumber == found.EditionNumber)
                .Where(part => part.Position == found.SectionPosition)
                .Select(part => part.Title)
                .SingleAsync(cancellationToken);
            var around = await edition
                .Where(item => item.Position == found.Position - 1 || item.Position == found.Position + 1)
                .Select(item => new { item.Position, Neighbour = new Neighbour(item.Number, item.Title) })
                .ToListAsync(cancellationToken);
            return new Result(
                opinion,
                found,
                EditionTexts.Kept(texts),
                section,
                await positions.BesideAsync(opinion.Id, found.Number, cancellationToken),
                await OriginsAsync(found.ProposalId, cancellationToken),
                around.Find(item => item.Position < found.Position)?.Neighbour,
                around.Find(item => item.Position > found.Position)?.Neighbour
            );
        }

        private async Task<IReadOnlyList<Origin>> OriginsAsync(
            Guid proposalId,
            CancellationToken cancellationToken
        ) =>
            await (
                from proposal in db.Set<Proposal>()
                where proposal.Id == proposalId
                from origin in proposal.Origins
                join contribution in db.Set<Contribution>() on origin.ContributionId equals contribution.Id
                where contribution.IsPublic
                orderby contribution.MadeAt
                select new Origin(contribution.Id, contribution.Provenance.Label, contribution.Text)
            )
                .AsNoTracking()
                .Take(100)
                .ToListAsync(cancellationToken);
    }
}
