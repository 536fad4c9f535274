using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>An agent writes their body's answer with its whole history beside it, reads it as the public will, publishes it.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed partial class Answer(
    DeliberationDb db,
    IMediator mediator,
    Roles roles,
    TreatmentList treatments,
    TreatmentHistory histories,
    PositionReader positions,
    TimeProvider clock,
    FeatureTexts<Answer> texts
) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Reference { get; set; } = "";

    /// <summary>The template that the reason begins with.</summary>
    [FromQuery(Name = "modele")]
    public Guid? Template { get; set; }

    public IReadOnlyList<AnswerTemplate> Templates { get; private set; } = [];

    public TreatmentRow Row { get; private set; } = null!; // set before the page is shown

    public StatusScheme Scheme { get; private set; } = StatusScheme.Default;

    public IReadOnlyList<HistoryStep> Steps { get; private set; } = [];

    /// <summary>The answer as the public will read it; null while it is being written.</summary>
    public HistoryStep? Preview { get; private set; }

    /// <summary>The body in charge, in whose name this answers.</summary>
    public Body Body { get; private set; } = null!; // set before the page is shown

    /// <summary>The answer that the body is preparing already; null when there is none.</summary>
    public PreparedAnswer? UnderWay { get; private set; }

    /// <summary>The minority positions beside the proposition, in the order of their numbers.</summary>
    public IReadOnlyList<PositionShown> Positions { get; private set; } = [];

    public DateOnly Today => treatments.Today;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Data = UnderWay is { Stage: AnswerStage.SentBack } sentBack
            ? Input.Of(sentBack.Content)
            : Input.Following(Row.Latest, Guid.CreateVersion7(clock.GetUtcNow()));
        Data.Reason = Templates.FirstOrDefault(template => template.Id == Template)?.Text ?? Data.Reason;
        MakeRoomForReplies();
        return await IsMineAsync() ? Page() : Forbid();
    }

    /// <summary>Checks every rule, keeps nothing, and shows what publishing would show.</summary>
    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!await IsMineAsync())
        {
            return Forbid();
        }

        if (IsComplete())
        {
            var treatment = await db.Set<Treatment>()
                .AsNoTracking()
                .Include(treatment => treatment.Updates)
                .FirstAsync(treatment => treatment.Id == Row.Id, cancellationToken);
            var written = treatment.Rehearse(Data.Read(), Body, Scheme, clock.GetUtcNow());
            Preview = new HistoryStep(written.At, Row.BodyName, written, Scheme.Find(written.Status));
        }

        return Page();
    }

    public Task<IActionResult> OnPostAsync(CancellationToken cancellationToken) =>
        SendAsync(new Command(User.PersonId(), Reference, Data.Read()), "", cancellationToken);

    /// <summary>Where answers are read and signed first, passes this one on to be read.</summary>
    public Task<IActionResult> OnPostPassOnAsync(CancellationToken cancellationToken) =>
        SendAsync(
            new Prepare.Command(User.PersonId(), Reference, Data.Read()),
            $"&etape={AnswerStage.Prepared}",
            cancellationToken
        );

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await treatments.FindAsync(Reference, cancellationToken) is not { } row)
        {
            return false;
        }

        Row = row;
        Scheme = (
            await db.Set<OpinionTracker>()
                .AsNoTracking()
                .FirstAsync(o => o.Id == row.OpinionId, cancellationToken)
        ).Scheme;
        Steps = await histories.OfAsync(row.Id, cancellationToken);
        Positions = await positions.BesideAsync(row.OpinionId, row.Number, cancellationToken);
        MakeRoomForReplies();
        Body = await db.Set<Body>()
            .AsNoTracking()
            .FirstAsync(body => body.Id == row.BodyId, cancellationToken);
        UnderWay = await db.Set<PreparedAnswer>()
            .AsNoTracking()
            .FirstOrDefaultAsync(
                answer => answer.UnderWay == row.Id && answer.BodyId == row.BodyId,
                cancellationToken
            );
        Templates = await db.TemplatesOfAsync(row.BodyId, cancellationToken);
        return true;
    }

    private async Task<IActionResult> SendAsync<TKept>(
        IRequest<TKept> message,
        string stage,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!await IsMineAsync())
        {
            return Forbid();
        }

        if (!IsComplete())
        {
            return Page();
        }

        await mediator.Send(message, cancellationToken);
        return Redirect($"/bureau/suivi?repondu={Reference}{stage}");
    }

    private async Task<bool> IsMineAsync() => await roles.BodyOfAsync(User.PersonId()) == Row.BodyId;
}
