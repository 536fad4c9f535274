using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>An agent answers a feedback that was passed on to their body.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed class Answer(IMediator mediator, DeliberationDb db) : PageModel, IShownAgain
{
    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public Input Data { get; set; } = new();

    /// <summary>The template that the reply begins with.</summary>
    [FromQuery(Name = "modele")]
    public Guid? Template { get; set; }

    public IReadOnlyList<AnswerTemplate> Templates { get; private set; } = [];

    /// <summary>Those that it may be sent on to.</summary>
    public IReadOnlyList<KeyValuePair<Guid, string>> OtherBodies =>
        [
            .. Story
                .Bodies.Where(body => body.Key != Story.Feedback.BodyId)
                .OrderBy(body => body.Value, StringComparer.Ordinal),
        ];

    public Story Story { get; private set; } = null!; // set before the page is written

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Data.Text ??= Templates.FirstOrDefault(template => template.Id == Template)?.Text;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            return await OnGetAsync(cancellationToken);
        }

        await mediator.Send(new Command(Number, Data.Words(), User.PersonId()), cancellationToken);
        return Redirect(DeskAddress.Answer(Number));
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var story = await mediator.Send(new Query(Number, User.PersonId()), cancellationToken);
        Story = story!; // not shown when there is none
        Templates = await db.TemplatesOfAsync(story?.Feedback.BodyId, cancellationToken);
        return story is not null;
    }

    /// <summary>What the form may say; nothing else is read from it.</summary>
    public sealed class Input
    {
        public string? Text { get; set; }

        public ReplyOutcome? Outcome { get; set; }

        public DateOnly? PlannedFor { get; set; }

        public string? Evidence { get; set; }

        public string? Function { get; set; }

        internal ReplyWords Words() =>
            new(Function ?? "", Text ?? "", Outcome ?? default, PlannedFor, Evidence);
    }

    /// <summary>A feedback of the asker's own body.</summary>
    public sealed record Query(string Number, Guid By) : IRequest<Story?>;

    public sealed record Command(string Number, ReplyWords Words, Guid By) : IRequest;

    internal sealed class Reader(Stories stories, Roles roles) : IRequestHandler<Query, Story?>
    {
        public async Task<Story?> Handle(Query request, CancellationToken cancellationToken)
        {
            var body = await roles.BodyOfAsync(request.By);
            return body is null
                ? null
                : await stories.ReadAsync(
                    feedback =>
                        feedback.Number == request.Number.ToUpperInvariant() && feedback.BodyId == body,
                    cancellationToken
                );
        }
    }

    internal sealed class Handler(DeliberationDb db, Roles roles, TimeProvider clock)
        : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var feedback = await db.FeedbackAsync(request.Number, cancellationToken);
            var body = await db.BodyAsync(await roles.BodyOfAsync(request.By), cancellationToken);
            if (feedback.BodyId != body.Id)
            {
                throw new Absent(request.Number);
            }

            feedback.Answer(request.Words, body, request.By, clock.GetUtcNow());
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
