using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Throttling;
using Deliberation.Web.Platform.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>A message to those who run the service; it leaves as a letter and is not kept here.</summary>
[AllowAnonymous]
internal sealed class WriteToUs(
    IMediator mediator,
    Throttle throttle,
    IOptions<Brand> brand,
    FeatureTexts<WriteToUs> texts
) : PageModel
{
    public const int Shortest = 10;
    public const int Longest = 5_000;

    private static readonly Limit FromOneSource = new("contact-source", 10, TimeSpan.FromHours(1));

    [BindProperty]
    public Form Data { get; set; } = new(null, null);

    public bool IsSent { get; private set; }

    public bool IsOpen => brand.Value.Contact.Length > 0;

    public void OnGet(bool envoye) => IsSent = envoye;

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var (message, email) = ((Data.Message ?? "").Trim(), (Data.Email ?? "").Trim());
        if (message.Length is < Shortest or > Longest)
        {
            ModelState.AddModelError(
                "Data.Message",
                texts["Écrivez votre message, de 10 à 5 000 caractères."]
            );
        }

        if (email.Length > 0 && !Person.IsAddress(email))
        {
            ModelState.AddModelError(
                "Data.Email",
                texts["Écrivez une adresse comme nom@exemple.fr, ou rien."]
            );
        }

        if (!ModelState.IsValid || !IsOpen)
        {
            return Page();
        }

        if (
            await throttle.TakeAsync(FromOneSource, TooMany.SourceOf(HttpContext), cancellationToken) is
            { } wait
        )
        {
            return TooMany.Tries(HttpContext, wait);
        }

        await mediator.Send(new Command(email, message), cancellationToken);
        return Redirect("/contact?envoye=true");
    }

    internal sealed record Form(string? Email, string? Message);

    internal sealed record Command(string Email, string Message) : IRequest;

    internal sealed class Handler(DeliberationDb db, Letters letters, IOptions<Brand> brand)
        : IRequestHandler<Command>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var answer =
                request.Email.Length > 0 ? $"Répondre à : {request.Email}" : "Sans adresse pour répondre.";
            letters.Write(
                brand.Value.Contact,
                $"Message reçu par {brand.Value.Service}",
                $"{answer}\n\n{request.Message}"
            );
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
