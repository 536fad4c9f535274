using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Sessions;
using Deliberation.Web.Platform.Security.Throttling;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Comes in with the six digits of a letter read on another device.</summary>
[AllowAnonymous]
internal sealed class TypeCode(
    IMediator mediator,
    Throttle throttle,
    Door door,
    Welcome welcome,
    FeatureTexts<TypeCode> texts
) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Demande { get; set; }

    [BindProperty]
    public string? Code { get; set; }

    [BindProperty]
    public bool IsOwnDevice { get; set; }

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await WaitAsync(cancellationToken) is { } wait)
        {
            return TooMany.Tries(HttpContext, wait);
        }

        var entrance = await mediator.Send(new Command(Demande, DigitsOf(Code)), cancellationToken);
        if (entrance is null)
        {
            ModelState.AddModelError(
                nameof(Code),
                texts["Ce code n’ouvre pas. Relisez le dernier courriel reçu, ou demandez un autre lien."]
            );
            return new PageResult { StatusCode = StatusCodes.Status422UnprocessableEntity };
        }

        await door.EnterAsync(HttpContext, entrance.PersonId, SignInMeans.Code, IsOwnDevice);

        return Redirect(await welcome.PlaceAsync(entrance, IsOwnDevice, cancellationToken));
    }

    private async Task<TimeSpan?> WaitAsync(CancellationToken cancellationToken)
    {
        var person = await mediator.Send(new Query(Demande), cancellationToken);
        return await throttle.TakeAsync(
                Limits.CodesFromOneSource,
                TooMany.SourceOf(HttpContext),
                cancellationToken
            )
            ?? await throttle.TakeAsync(Limits.CodesForOneRequest, Demande.ToString(), cancellationToken)
            ?? await throttle.TakeAsync(
                Limits.CodesForOneAccount,
                (person ?? Demande).ToString(),
                cancellationToken
            );
    }

    private static string DigitsOf(string? typed) =>
        string.Concat((typed ?? "").Where(char.IsAsciiDigit).Take(7));

    /// <summary>Whose account a request is about, so that tries are counted per account; never shown.</summary>
    internal sealed record Query(Guid Id) : IRequest<Guid?>;

    /// <summary>Nothing when the code is wrong, used or too old.</summary>
    internal sealed record Command(Guid Id, string Code) : IRequest<Entrance?>;

    internal sealed class QueryHandler(DeliberationDb db) : IRequestHandler<Query, Guid?>
    {
        public Task<Guid?> Handle(Query request, CancellationToken cancellationToken) =>
            db.Set<SignInRequest>()
                .Where(row => row.Id == request.Id)
                .Select(row => row.PersonId)
                .FirstOrDefaultAsync(cancellationToken);
    }

    internal sealed class Handler(DeliberationDb db, Secrets secrets, TimeProvider clock)
        : IRequestHandler<Command, Entrance?>
    {
        public async Task<Entrance?> Handle(Command request, CancellationToken cancellationToken)
        {
            var hash = secrets.OfCode(request.Id, request.Code);
            var now = clock.GetUtcNow();
            var asked = await db.Set<SignInRequest>()
                .AsNoTracking()
                .FirstOrDefaultAsync(
                    row => row.Id == request.Id && row.CodeHash == hash && row.ExpiresAt > now,
                    cancellationToken
                );

            return asked is null ? null : await Entrance.OpenAsync(db, asked, now, cancellationToken);
        }
    }
}
