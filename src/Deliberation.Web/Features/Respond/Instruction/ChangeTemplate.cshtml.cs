using Deliberation.Domain.Respond.Instruction;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>An agent changes a template of their body, or takes it away.</summary>
[Authorize(Policy = Policies.Agent)]
internal sealed class ChangeTemplate(DeliberationDb db, IMediator mediator, Roles roles)
    : PageModel,
        IShownAgain,
        ITemplateForm
{
    [BindProperty]
    public TemplateInput Data { get; set; } = new();

    [FromRoute]
    public Guid Id { get; set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var bodyId = await roles.BodyOfAsync(User.PersonId());
        var template = await db.TemplateAsync(Id, bodyId, cancellationToken);
        Data = new TemplateInput { Title = template.Title, Text = template.Text };
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Id, Data.Words), cancellationToken);
        return Redirect("/bureau/suivi/modeles");
    }

    public async Task<IActionResult> OnPostRemoveAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Id, Words: null), cancellationToken);
        return Redirect("/bureau/suivi/modeles");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <param name="Words">The new words; null takes the template away.</param>
    internal sealed record Command(Guid By, Guid Id, TemplateWords? Words) : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, Roles roles) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var bodyId = await roles.BodyOfAsync(request.By);
            var template = await db.TemplateAsync(request.Id, bodyId, cancellationToken);
            if (request.Words is { } words)
            {
                template.Write(words);
            }
            else
            {
                db.Remove(template);
            }

            await db.SaveChangesAsync(cancellationToken);
            return request.Id;
        }
    }
}
