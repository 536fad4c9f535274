using Deliberation.Web.Features.Respond.Spreadsheets;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback.Imports;

/// <summary>A moderator gives an export of « Je donne mon avis »: it is masked while it is read, and the file is not kept.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
[RequestSizeLimit(GivenFile.MostOfRequest)]
[RequestFormLimits(
    MultipartBodyLengthLimit = GivenFile.MostOfRequest,
    ValueLengthLimit = GivenFile.MostOfRequest
)]
internal sealed class GiveExport(IMediator mediator, FeatureTexts<GiveExport> texts) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (Data.File is null)
        {
            ModelState.AddModelError("Data.File", texts["Choisissez un fichier."]);
            return Page();
        }

        var file = await GivenFile.ReadAsync(Data.File, null, cancellationToken);
        var id = await mediator.Send(new Command(User.PersonId(), file), cancellationToken);
        return Redirect($"/bureau/retours/importer/{id}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    public sealed class Input
    {
        public IFormFile? File { get; set; }
    }

    internal sealed record Command(Guid By, GivenFile File) : IRequest<Guid>;

    internal sealed class Handler(KeptTables tables, IntakeSeal seal) : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            tables.KeepAsync(
                request.By,
                KeptExport.Mask(request.File, seal).ToKeep(request.File.Name),
                cancellationToken
            );
    }
}
