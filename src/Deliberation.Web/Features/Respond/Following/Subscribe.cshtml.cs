using System.Globalization;
using Deliberation.Domain.Respond.Following;
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

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>Asks for letters about answers, without an account. The answer never tells whether an address is known.</summary>
[AllowAnonymous]
internal sealed class Subscribe(
    IMediator mediator,
    FollowedNames names,
    Throttle throttle,
    FeatureTexts<Subscribe> texts
) : PageModel
{
    internal static readonly Limit FromOneSource = new("subscribe-source", 30, TimeSpan.FromMinutes(15));
    internal static readonly Limit ForOneAddress = new("subscribe-address", 5, TimeSpan.FromHours(1));

    [FromQuery(Name = "avis")]
    public string? Opinion { get; set; }

    [FromQuery(Name = "proposition")]
    public string? Proposition { get; set; }

    [FromQuery(Name = "organisme")]
    public string? Body { get; set; }

    /// <summary>The letter was written.</summary>
    [FromQuery(Name = "demande")]
    public bool IsAsked { get; set; }

    [BindProperty]
    public Input Data { get; set; } = new();

    public string What { get; private set; } = "";

    public IReadOnlyList<Choice> Rhythms =>
        [
            new(
                texts["Dès qu’une réponse est publiée"],
                nameof(Rhythm.AtOnce),
                texts["Les réponses données ensemble viennent ensemble."]
            ),
            new(texts["Une fois par semaine au plus"], nameof(Rhythm.Weekly)),
        ];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await FindAsync(cancellationToken) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await FindAsync(cancellationToken) is not { } followed)
        {
            return NotFound();
        }

        if (!Person.IsAddress(Data.Email))
        {
            ModelState.AddModelError("Data.Email", texts["Écrivez une adresse comme nom@exemple.fr."]);
        }

        if (!Enum.IsDefined(Data.Rhythm))
        {
            ModelState.AddModelError("Data.Rhythm", texts["Choisissez quand vous voulez les messages."]);
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var address = Data.Email!.Trim(); // IsAddress refused an empty one
        if (await WaitAsync(address, cancellationToken) is { } wait)
        {
            return TooMany.Tries(HttpContext, wait);
        }

        await mediator.Send(new Command(followed, address, Data.Rhythm, What), cancellationToken);
        return RedirectToPage(new { demande = true });
    }

    private async Task<Followed?> FindAsync(CancellationToken cancellationToken)
    {
        var followed = await names.FindAsync(Opinion, Proposition, Body, cancellationToken);
        What = followed is null ? "" : await names.SayAsync(followed, cancellationToken);
        return followed;
    }

    private async Task<TimeSpan?> WaitAsync(string address, CancellationToken cancellationToken) =>
        await throttle.TakeAsync(FromOneSource, TooMany.SourceOf(HttpContext), cancellationToken)
        ?? await throttle.TakeAsync(ForOneAddress, Person.Normalize(address)!, cancellationToken); // not empty

    public sealed class Input
    {
        public string? Email { get; set; }

        public Rhythm Rhythm { get; set; } = Rhythm.AtOnce;
    }

    /// <param name="What">What is followed, in the asker's words.</param>
    /// <param name="Beside">What else the letter says.</param>
    internal sealed record Command(
        Followed Followed,
        string Email,
        Rhythm Rhythm,
        string What,
        string? Beside = null
    ) : IRequest;

    internal sealed class Handler(
        DeliberationDb db,
        Letters letters,
        SubscriptionSeal seal,
        PublicAddress service,
        FeatureTexts<Subscribe> texts,
        TimeProvider clock
    ) : IRequestHandler<Command, Unit>
    {
        public async Task<Unit> Handle(Command request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var reader = new Reader(
                request.Email,
                CultureInfo.CurrentUICulture.TwoLetterISOLanguageName,
                request.Rhythm
            );
            var asked = Subscription.Ask(Guid.CreateVersion7(now), request.Followed, reader, now);
            db.Add(asked);
            letters.Write(
                request.Email,
                texts["Confirmez votre abonnement"],
                string.Join(
                    "\n\n",
                    [
                        texts["Bonjour,"],
                        texts["Vous demandez à recevoir par courriel {0}.", request.What],
                        .. request.Beside is { } beside ? [beside] : Array.Empty<string>(),
                        texts["Ouvrez ce lien pour confirmer. Il sert pendant deux jours."],
                        service.Of($"/suivi/abonnement/{seal.Of(asked.Id)}"),
                        texts["Vous n’avez rien demandé ? Ignorez ce message : rien d’autre ne viendra."],
                    ]
                )
            );
            await db.SaveChangesAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
