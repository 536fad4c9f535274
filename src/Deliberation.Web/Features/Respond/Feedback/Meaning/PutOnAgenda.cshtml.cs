using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Sessions;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A facilitator puts a subject on the agenda of a meeting; it joins the raw material of the committee.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
[SecondFactor]
internal sealed class PutOnAgenda(
    IMediator mediator,
    DeliberationDb db,
    TimeProvider clock,
    FeatureTexts<PutOnAgenda> texts
) : PageModel, IShownAgain
{
    private const int MostSessions = 50;

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty]
    public Input Data { get; set; } = new();

    public Subject Subject { get; private set; } = null!; // set before the page is written

    public IReadOnlyList<SelectListItem> Sessions { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Data.Title = Subject.Name;
        Data.Text = texts[
            "{0} retours publics d’usagers en parlent. Les mots qu’ils ont en commun : {1}.",
            Subject.Feedbacks,
            string.Join(", ", Subject.Words.Select(word => word.Surface))
        ];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid)
        {
            await LoadAsync(cancellationToken);
            return Page();
        }

        var command = new Command(
            Slug,
            Number,
            Data.SessionId!.Value, // required, so present once the form is valid
            Data.Title ?? "",
            Data.Text ?? "",
            User.PersonId()
        );
        var contribution = await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/contributions/{contribution}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var number = Number.ToUpperInvariant();
        var subject = await PublicSubject
            .ThatMayBeRead(db.Set<Subject>().AsNoTracking())
            .FirstOrDefaultAsync(subject => subject.Number == number, cancellationToken);
        var today = WorkingDays.DateInParis(clock.GetUtcNow());
        var sessions = await (
            from session in db.Set<Session>().AsNoTracking()
            join space in db.Set<Space>() on session.SpaceId equals space.Id
            where space.Slug == Slug && session.To >= today
            orderby session.From
            select new
            {
                session.Id,
                session.Title,
                session.From,
            }
        )
            .Take(MostSessions)
            .ToListAsync(cancellationToken);
        Sessions =
        [
            .. sessions.Select(session => new SelectListItem(
                $"{session.From:d} {session.Title}",
                session.Id.ToString()
            )),
        ];
        Subject = subject!; // looked at only when it is there
        return subject is not null;
    }

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        [Required]
        public Guid? SessionId { get; set; }

        [Required]
        public string? Title { get; set; }

        [Required]
        public string? Text { get; set; }
    }

    public sealed record Command(
        string Slug,
        string Number,
        Guid SessionId,
        string Title,
        string Text,
        Guid By
    ) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, TimeProvider clock) : IRequestHandler<Command, Guid>
    {
        private const string Label = "Retours d’usagers";

        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var subject = await db.SubjectAsync(request.Number, cancellationToken);
            var space = await db.Set<Space>()
                .FirstAsync(space => space.Slug == request.Slug, cancellationToken);
            var session =
                await db.Set<Session>()
                    .FirstOrDefaultAsync(
                        session => session.Id == request.SessionId && session.SpaceId == space.Id,
                        cancellationToken
                    )
                ?? throw new Absent("session");
            var now = clock.GetUtcNow();
            var contribution = Contribution.Make(
                Guid.CreateVersion7(now),
                space.Id,
                ContributionKind.PatientFeedback,
                $"{request.Title.Trim()}\n\n{request.Text.Trim()}",
                new Provenance(Label, $"/retours/sujets/{subject.Number}"),
                now
            );
            contribution.File(subject.Theme, figure: null, isPublic: true, request.By);
            if (subject.Name is null)
            {
                subject.Call(request.Title, theme: null, request.By, now);
            }

            subject.PutOnAgenda(space.Slug, session.Id, contribution.Id, request.By, now);
            session.SetAgenda([.. session.Agenda.Select(item => item.Title), request.Title]);
            db.Add(contribution);
            await db.SaveChangesAsync(cancellationToken);
            return contribution.Id;
        }
    }
}
