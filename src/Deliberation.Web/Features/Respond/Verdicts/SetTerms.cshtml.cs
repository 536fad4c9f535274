using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>An administrator sets, for a public reason, the terms on which the members of a space judge answers.</summary>
[Authorize(Policy = Policies.Administrator)]
[SecondFactor]
internal sealed class SetTerms(
    DeliberationDb db,
    IMediator mediator,
    TermsReader terms,
    FeatureTexts<SetTerms> texts
) : PageModel, IShownAgain
{
    private const int Most = 200;

    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    public Space Space { get; private set; } = null!; // set before the page is shown

    public VerdictTerms Current { get; private set; } = VerdictTerms.Usual;

    /// <summary>The latest first.</summary>
    public IReadOnlyList<TermsChange> Changes { get; private set; } = [];

    /// <summary>The opinions that were judged already, with the terms they keep.</summary>
    public IReadOnlyList<FrozenTerms> Frozen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Data = Input.Of(Current);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Data.Reason))
        {
            ModelState.AddModelError("Data.Reason", texts["Dites pourquoi les conditions changent."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new Command(User.PersonId(), Slug, Data.Read(), Data.Seen, Data.Reason ?? "");
        await mediator.Send(command, cancellationToken);
        return Redirect($"/bureau/dispositifs/{Slug}/appreciations");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var space = await db.Set<Space>()
            .AsNoTracking()
            .FirstOrDefaultAsync(space => space.Slug == Slug, cancellationToken);
        if (space is null)
        {
            return false;
        }

        Space = space;
        Current = await terms.CurrentAsync((space.Id, space.Slug), cancellationToken);
        Changes = await db.Set<TermsChange>()
            .AsNoTracking()
            .Where(change => change.SpaceId == space.Id)
            .OrderByDescending(change => change.Number)
            .Take(Most)
            .ToListAsync(cancellationToken);
        Frozen = await FrozenAsync(space.Id, cancellationToken);
        return true;
    }

    private async Task<IReadOnlyList<FrozenTerms>> FrozenAsync(
        Guid spaceId,
        CancellationToken cancellationToken
    )
    {
        var judged = await (
            from round in db.Set<VerdictRound>().AsNoTracking()
            join treatment in db.Set<Treatment>() on round.TreatmentId equals treatment.Id
            join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
            where round.SpaceId == spaceId
            where
                !(
                    from earlier in db.Set<VerdictRound>()
                    join other in db.Set<Treatment>() on earlier.TreatmentId equals other.Id
                    where other.OpinionId == opinion.Id && earlier.SpaceId == spaceId
                    where
                        earlier.OpenedAt < round.OpenedAt
                        || (earlier.OpenedAt == round.OpenedAt && earlier.Id.CompareTo(round.Id) < 0)
                    select earlier
                ).Any()
            orderby round.OpenedAt descending
            select new
            {
                opinion.Slug,
                opinion.Title,
                round,
            }
        )
            .Take(Most)
            .ToListAsync(cancellationToken);
        return [.. judged.Select(one => new FrozenTerms(one.Slug, one.Title, one.round.Terms))];
    }

    internal sealed record FrozenTerms(string Slug, string Title, VerdictTerms Terms);

    /// <summary>What the form may say. Units and bounds are those of <see cref="VerdictTerms"/>.</summary>
    public sealed class Input
    {
        public int? Days { get; set; }

        public int? Threshold { get; set; }

        public int? Least { get; set; }

        public int? SecondAnswerDays { get; set; }

        public string? Reason { get; set; }

        /// <summary>How many changes the page showed.</summary>
        public int Seen { get; set; }

        internal static Input Of(VerdictTerms terms) =>
            new()
            {
                Days = terms.Days,
                Threshold = terms.Threshold,
                Least = terms.Least,
                SecondAnswerDays = terms.SecondAnswerDays,
            };

        /// <summary>A number left out is out of bounds: the rule says which ones are allowed.</summary>
        internal VerdictTerms Read() => new(Days ?? 0, Threshold ?? -1, Least ?? 0, SecondAnswerDays ?? 0);
    }

    internal sealed record Command(Guid By, string Slug, VerdictTerms Terms, int Seen, string Reason)
        : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var space =
                await db.Set<Space>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(space => space.Slug == request.Slug, cancellationToken)
                ?? throw new Absent($"space {request.Slug}");
            var terms = await db.Set<SpaceTerms>()
                .Include(terms => terms.Changes)
                .FirstOrDefaultAsync(terms => terms.Id == space.Id, cancellationToken);
            if (terms is null)
            {
                db.Add(terms = SpaceTerms.Begin(space.Id, space.Slug));
            }

            terms.Set(request.Terms, request.Seen, request.Reason, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return space.Id;
        }
    }
}
