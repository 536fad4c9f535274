using Deliberation.Domain;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>An agent signs the answers ticked on the desk; each one stands alone, and each refusal says why.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed class SignTogether(IMediator mediator, FeatureTexts<SignTogether> texts) : PageModel
{
    [BindProperty]
    public Input Data { get; set; } = new();

    public IReadOnlyList<SignedLine> Results { get; private set; } = [];

    public IActionResult OnGet() => Redirect("/bureau/suivi?vue=ASigner");

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var steps = Data.Steps(User.PersonId());
        if (steps.Count == 0)
        {
            ModelState.AddModelError("", texts["Cochez au moins une réponse."]);
        }
        else if (Data is { IsPlanned: true, EffectiveOn: null })
        {
            ModelState.AddModelError("", texts["Choisissez le jour de la publication."]);
        }
        else
        {
            Results = await mediator.Send(new Command(steps, Data.Day), cancellationToken);
        }

        return Page();
    }

    /// <summary>What the form may say; who signs is not for it to say.</summary>
    public sealed class Input
    {
        /// <summary>Far above a page of the desk.</summary>
        private const int Most = 100;

        /// <summary>For each answer ticked, its id and how many steps the page showed: <c>id:3</c>.</summary>
        public List<string> Lines { get; set; } = [];

        public bool IsPlanned { get; set; }

        public DateOnly? EffectiveOn { get; set; }

        internal DateOnly? Day => IsPlanned ? EffectiveOn : null;

        internal IReadOnlyList<StepTaken> Steps(Guid by) =>
            [.. Lines.Take(Most).Select(line => Step(by, line)).OfType<StepTaken>()];

        private static StepTaken? Step(Guid by, string line) =>
            line.Split(':') is [var id, var seen]
            && Guid.TryParse(id, out var answer)
            && int.TryParse(seen, out var number)
                ? new StepTaken(by, answer, number)
                : null;
    }

    internal sealed record Command(IReadOnlyList<StepTaken> Steps, DateOnly? EffectiveOn)
        : IRequest<IReadOnlyList<SignedLine>>;

    internal sealed class Handler(DeliberationDb db, Publication publication)
        : IRequestHandler<Command, IReadOnlyList<SignedLine>>
    {
        public async Task<IReadOnlyList<SignedLine>> Handle(
            Command request,
            CancellationToken cancellationToken
        )
        {
            var lines = new List<SignedLine>();
            foreach (var step in request.Steps)
            {
                db.ChangeTracker.Clear();
                Rule? refused = null;
                try
                {
                    await publication.SignAsync(step, request.EffectiveOn, cancellationToken);
                }
                catch (RuleBroken broken)
                {
                    refused = broken.Rule;
                }

                lines.Add(await NamedAsync(step.Id, refused, cancellationToken));
            }

            return lines;
        }

        private Task<SignedLine> NamedAsync(Guid id, Rule? refused, CancellationToken cancellationToken) =>
            (
                from answer in db.Set<PreparedAnswer>()
                join treatment in db.Set<Treatment>() on answer.TreatmentId equals treatment.Id
                where answer.Id == id
                select new SignedLine(treatment.Reference, treatment.Title, refused)
            ).FirstAsync(cancellationToken);
    }
}

/// <summary>What became of one answer ticked.</summary>
/// <param name="Refused">The rule that refused it; null when it is signed.</param>
internal sealed record SignedLine(string Reference, string Title, Rule? Refused);
