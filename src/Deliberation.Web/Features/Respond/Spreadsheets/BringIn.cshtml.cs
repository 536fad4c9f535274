using System.Globalization;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>An agent brings in the follow-up that their body kept in a document; it is read line by line before.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
[RequestSizeLimit(GivenFile.MostOfRequest)]
[RequestFormLimits(
    MultipartBodyLengthLimit = GivenFile.MostOfRequest,
    ValueLengthLimit = GivenFile.MostOfRequest
)]
internal sealed class BringIn(DeliberationDb db, IMediator mediator, Roles roles, FeatureTexts<BringIn> texts)
    : PageModel,
        IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    public IReadOnlyList<Choice> Opinions { get; private set; } = [];

    public Task OnGetAsync(CancellationToken cancellationToken) => LoadAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await LoadAsync(cancellationToken);
        if (!IsComplete())
        {
            return Page();
        }

        var file = await GivenFile.ReadAsync(Data.File, Data.Text, cancellationToken);
        var id = await mediator.Send(new Command(User.PersonId(), file), cancellationToken);
        var asked = new Dictionary<string, string?>
        {
            ["avis"] = Data.Opinion,
            ["source"] = Data.Source,
            ["au"] = Data.AsOf?.ToString("O", CultureInfo.InvariantCulture),
            ["fonction"] = Data.Function,
        };
        return Redirect(QueryHelpers.AddQueryString($"/bureau/suivi/reprise/{id}", asked));
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var body = await roles.BodyOfAsync(User.PersonId());
        var opinions = await db.Set<OpinionTracker>()
            .AsNoTracking()
            .Where(opinion =>
                db.Set<Treatment>()
                    .Any(treatment => treatment.OpinionId == opinion.Id && treatment.BodyId == body)
            )
            .OrderBy(opinion => opinion.Reference)
            .Select(opinion => new
            {
                opinion.Reference,
                opinion.Title,
                opinion.Slug,
            })
            .ToListAsync(cancellationToken);
        Opinions =
        [
            .. opinions.Select(opinion => new Choice($"{opinion.Reference} {opinion.Title}", opinion.Slug)),
        ];
        return true;
    }

    private bool IsComplete()
    {
        Ask(
            Opinions.Any(opinion => opinion.Value == Data.Opinion),
            nameof(Data.Opinion),
            texts["Choisissez un avis."]
        );
        Ask(
            Data.Source?.Trim().Length is >= 2 and <= 500,
            nameof(Data.Source),
            texts["Dites de quel document vient ce suivi, en 2 à 500 caractères."]
        );
        Ask(Data.AsOf is not null, nameof(Data.AsOf), texts["Donnez le jour de ce suivi."]);
        Ask(
            Data.Function?.Trim().Length is >= 2 and <= 200,
            nameof(Data.Function),
            texts["Indiquez votre fonction, en 2 à 200 caractères."]
        );
        Ask(
            Data.File is not null || !string.IsNullOrWhiteSpace(Data.Text),
            nameof(Data.File),
            texts["Choisissez un fichier, ou collez un tableau."]
        );
        return ModelState.IsValid;
    }

    private void Ask(bool isGiven, string field, string message)
    {
        if (!isGiven)
        {
            ModelState.AddModelError($"{nameof(Data)}.{field}", message);
        }
    }

    /// <summary>The document, and how things stood when.</summary>
    public sealed class Input
    {
        public string? Opinion { get; set; }

        public string? Source { get; set; }

        public DateOnly? AsOf { get; set; }

        public string? Function { get; set; }

        public IFormFile? File { get; set; }

        public string? Text { get; set; }
    }

    internal sealed record Command(Guid By, GivenFile File) : IRequest<Guid>;

    internal sealed class Handler(KeptTables tables) : IRequestHandler<Command, Guid>
    {
        /// <summary>Reads it once, so that nothing is kept that could not be read again.</summary>
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            FollowUpSheet.Read(TableFile.Read(request.File.Content).Rows);
            return tables.KeepAsync(request.By, request.File, cancellationToken);
        }
    }
}
