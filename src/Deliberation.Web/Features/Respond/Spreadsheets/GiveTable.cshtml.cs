using System.Text;
using Deliberation.Domain;
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
[RequestSizeLimit(MostOfRequest)]
[RequestFormLimits(MultipartBodyLengthLimit = MostOfRequest, ValueLengthLimit = MostOfRequest)]
internal sealed class GiveTable(IMediator mediator, FeatureTexts<GiveTable> texts) : PageModel, IShownAgain
{
    // Above the largest table, so that one a little too large is told so on this page.
    private const int MostOfRequest = 10 * 1024 * 1024;

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

        var id = await mediator.Send(
            new Command(User.PersonId(), await Data.ReadAsync(cancellationToken)),
            cancellationToken
        );
        return Redirect($"/bureau/suivi/tableau/{id}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) => Task.FromResult(true);

    /// <summary>A file, or what was copied from a spreadsheet.</summary>
    public sealed class Input
    {
        public IFormFile? File { get; set; }

        public string? Text { get; set; }

        internal async Task<GivenFile> ReadAsync(CancellationToken cancellationToken)
        {
            if (File is null)
            {
                return new GivenFile("", Encoding.UTF8.GetBytes(Text ?? ""));
            }

            if (File.Length > SheetFile.Largest)
            {
                throw new RuleBroken(SheetRules.AFileIsSmall);
            }

            using var content = new MemoryStream();
            await File.CopyToAsync(content, cancellationToken);
            return new GivenFile(NameOf(File), content.ToArray());
        }

        private static string NameOf(IFormFile file) =>
            string.Concat(
                file.FileName.EnumerateRunes()
                    .Where(rune => !Rune.IsControl(rune))
                    .Take(KeptTable.LongestName / 2)
            );
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
