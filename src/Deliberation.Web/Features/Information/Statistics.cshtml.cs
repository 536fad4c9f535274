using Deliberation.Web.Platform.Caching;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Information;

/// <summary>How much takes place here, each figure with its n and how it was counted.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Statistics(IMediator mediator) : PageModel
{
    public Counted Data { get; private set; } = new(DateTimeOffset.MinValue);

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Data = await mediator.Send(new Query(), cancellationToken);

    public sealed record Query : IRequest<Counted>;

    internal sealed class Handler(Figures figures) : IRequestHandler<Query, Counted>
    {
        public Task<Counted> Handle(Query request, CancellationToken cancellationToken) =>
            figures.ReadAsync(cancellationToken);
    }
}
