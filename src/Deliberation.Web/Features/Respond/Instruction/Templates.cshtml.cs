using Deliberation.Domain.Respond.Instruction;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>The templates of an agent's own body, and one more.</summary>
[Authorize(Policy = Policies.Agent)]
internal sealed class Templates(DeliberationDb db, IMediator mediator, Roles roles, TimeProvider clock)
    : PageModel,
        IShownAgain,
        ITemplateForm
{
    [BindProperty]
    public TemplateInput Data { get; set; } = new();

    public IReadOnlyList<AnswerTemplate> List { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken)
    {
        Data.Id = Guid.CreateVersion7(clock.GetUtcNow());
        return LoadAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Data.Id, Data.Words), cancellationToken);
        return Redirect("/bureau/suivi/modeles");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        List = await db.TemplatesOfAsync(await roles.BodyOfAsync(User.PersonId()), cancellationToken);
        return true;
    }

    /// <summary>The same form twice adds one template.</summary>
    internal sealed record Command(Guid By, Guid Id, TemplateWords Words) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, Roles roles) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var bodyId = await roles.BodyOfAsync(request.By) ?? throw new Absent("body");
            var templates = db.Set<AnswerTemplate>().Where(template => template.BodyId == bodyId);
            if (!await templates.AnyAsync(template => template.Id == request.Id, cancellationToken))
            {
                var known = await templates.CountAsync(cancellationToken);
                db.Add(AnswerTemplate.Write(request.Id, bodyId, request.Words, known));
                await db.SaveChangesAsync(cancellationToken);
            }

            return request.Id;
        }
    }
}

/// <summary>Finds the templates of a body, and of no other.</summary>
internal static class TemplateReading
{
    public static async Task<IReadOnlyList<AnswerTemplate>> TemplatesOfAsync(
        this DeliberationDb db,
        Guid? bodyId,
        CancellationToken cancellationToken
    ) =>
        await db.Set<AnswerTemplate>()
            .AsNoTracking()
            .Where(template => template.BodyId == bodyId)
            .OrderBy(template => template.Title)
            .ThenBy(template => template.Id)
            .Take(AnswerTemplate.Most)
            .ToListAsync(cancellationToken);

    /// <exception cref="Absent">The body has no such template.</exception>
    public static async Task<AnswerTemplate> TemplateAsync(
        this DeliberationDb db,
        Guid id,
        Guid? bodyId,
        CancellationToken cancellationToken
    ) =>
        await db.Set<AnswerTemplate>()
            .FirstOrDefaultAsync(
                template => template.Id == id && template.BodyId == bodyId,
                cancellationToken
            )
        ?? throw new Absent("template");
}
