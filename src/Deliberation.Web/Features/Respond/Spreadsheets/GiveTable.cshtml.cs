using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>An agent gives back the table that they filled in; nothing is published before it was read line by line.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
[RequestSizeLimit(GivenFile.MostOfRequest)]
[RequestFormLimits(
    MultipartBodyLengthLimit = GivenFile.MostOfRequest,
    ValueLengthLimit = GivenFile.MostOfRequest
)]
internal sealed class GiveTable(IMediator mediator, FeatureTexts<GiveTable> texts) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Data.File is null && string.IsNullOrWhiteSpace(Data.Text))
        {
            ModelState.AddModelError("Data.File", texts["Choisissez un fichier, ou collez un tableau."]);
            return Page();
        }

        var file = await GivenFile.ReadAsync(Data.File, Data.Text, cancellationToken);
        var id = await mediator.Send(new Command(User.PersonId(), file), cancellationToken);
        return Redirect($"/bureau/suivi/tableau/{id}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>A file, or what was copied from a spreadsheet.</summary>
    public sealed class Input
    {
        public IFormFile? File { get; set; }

        public string? Text { get; set; }
    }

    internal sealed record Command(Guid By, GivenFile File) : IRequest<Guid>;

    internal sealed class Handler(KeptTables tables) : IRequestHandler<Command, Guid>
    {
        /// <summary>Reads it once, so that nothing is kept that could not be read again.</summary>
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            Sheet.Read(TableFile.Read(request.File.Content).Rows);
            return tables.KeepAsync(request.By, request.File, cancellationToken);
        }
    }
}
