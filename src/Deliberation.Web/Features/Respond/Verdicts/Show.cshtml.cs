using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>What the members said of one answer, with their reasons, for everyone to read.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Show(IMediator mediator) : PageModel
{
    public Result Data { get; private set; } = null!; // set before the page is shown

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public async Task<IActionResult> OnGetAsync(
        string slug,
        int number,
        int answer,
        CancellationToken cancellationToken
    )
    {
        Number = Math.Clamp(Number, 1, 1_000);
        if (await mediator.Send(new Query(slug, number, answer, Number), cancellationToken) is not { } found)
        {
            return NotFound();
        }

        Data = found;
        return Page();
    }

    public sealed record Query(string Slug, int Number, int Answer, int Page) : IRequest<Result?>;

    public sealed record Result(
        Judged Proposition,
        VerdictShown Verdict,
        IReadOnlyList<Reason> Reasons,
        int Pages
    );

    public sealed record Judged(
        Guid TreatmentId,
        string Opinion,
        string Slug,
        int Number,
        string Reference,
        string Title
    );

    public sealed record Reason(Judgement Judgement, string Words);

    internal sealed class Handler(DeliberationDb db, VerdictReader verdicts) : IRequestHandler<Query, Result?>
    {
        private const int PageSize = 100;

        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var judged = await (
                from treatment in db.Set<Treatment>()
                join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
                where opinion.Slug == request.Slug && treatment.Number == request.Number
                select new Judged(
                    treatment.Id,
                    opinion.Reference,
                    opinion.Slug,
                    treatment.Number,
                    treatment.Reference,
                    treatment.Title
                )
            ).FirstOrDefaultAsync(cancellationToken);
            if (judged is null)
            {
                return null;
            }

            var all = await verdicts.OfAsync(judged.TreatmentId, before: null, cancellationToken);
            return all.TryGetValue(request.Answer, out var verdict)
                ? await DescribeAsync(judged, verdict, request.Page, cancellationToken)
                : null;
        }

        // In alphabetical order: the order of arrival would tell who wrote what.
        private async Task<Result> DescribeAsync(
            Judged judged,
            VerdictShown verdict,
            int page,
            CancellationToken cancellationToken
        )
        {
            if (!verdict.Round.ShowsReasons)
            {
                return new Result(judged, verdict, [], 1);
            }

            var said = db.Set<Verdict>().Where(row => row.RoundId == verdict.Round.Id && row.Reason != null);
            var count = await said.CountAsync(cancellationToken);
            var reasons = await said.OrderBy(row => row.Judgement)
                .ThenBy(row => row.Reason)
                .Select(row => new Reason(row.Judgement, row.Reason!))
                .Skip((page - 1) * PageSize)
                .Take(PageSize)
                .ToListAsync(cancellationToken);
            return new Result(judged, verdict, reasons, Math.Max(1, (count + PageSize - 1) / PageSize));
        }
    }
}
