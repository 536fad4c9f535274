using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>An agent reads what their table would change, line by line, then publishes all of it, or nothing.</summary>
[Authorize(Policy = Policies.Agent)]
[SecondFactor]
internal sealed class PublishTable(IMediator mediator, KeptTables tables, TablePreviews previews)
    : PageModel,
        IShownAgain
{
    private const int PageSize = 25;

    [FromRoute]
    public Guid Id { get; set; }

    /// <summary>What the preview that was read rested on.</summary>
    [BindProperty]
    public string Stamp { get; set; } = "";

    [FromQuery(Name = "vue")]
    public LineView? Chosen { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public KeptTable Table { get; private set; } = null!; // set before the page is shown

    /// <summary>What it would change; null once it is done.</summary>
    public TablePreview? Preview { get; private set; }

    /// <summary>The pile shown: the one asked for, or the first that is not empty.</summary>
    public LineView View { get; private set; }

    public IReadOnlyList<PreviewedLine> Lines { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        await mediator.Send(new Command(User.PersonId(), Id, Stamp), cancellationToken);
        return Redirect($"/bureau/suivi/tableau/{Id}");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await tables.FindAsync(Id, User.PersonId(), cancellationToken) is not { } table)
        {
            return false;
        }

        Table = table;
        if (table.Given is null)
        {
            Preview = await previews.OfAsync(table, cancellationToken);
            Turn(Preview);
        }

        return true;
    }

    private void Turn(TablePreview preview)
    {
        View = Chosen ?? preview.Views.FirstOrDefault(view => preview.Count(view) > 0);
        Pages = Math.Max(1, (preview.Count(View) + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        Lines =
        [
            .. preview.Lines.Where(line => line.View == View).Skip((Number - 1) * PageSize).Take(PageSize),
        ];
    }

    /// <summary>All of its answers, or none; the same form twice answers once.</summary>
    internal sealed record Command(Guid By, Guid Id, string Stamp) : IRequest<int>;

    internal sealed class Handler(KeptTables tables, TablePreviews previews, BulkAnswers bulk)
        : IRequestHandler<Command, int>
    {
        /// <returns>How many answers it gave.</returns>
        public Task<int> Handle(Command request, CancellationToken cancellationToken) =>
            tables.GiveOnceAsync(
                request.Id,
                request.By,
                table => GiveAsync(table, request, cancellationToken),
                cancellationToken
            );

        private async Task<int> GiveAsync(
            KeptTable table,
            Command request,
            CancellationToken cancellationToken
        )
        {
            var preview = await previews.OfAsync(table, cancellationToken);
            Require(preview.Stamp == request.Stamp, TrackingRules.AnAnswerIsWrittenKnowingTheLast);
            Require(preview.Count(LineView.Refusees) == 0, SheetRules.ASheetIsTakenWhole);

            var asked = TablePreviews.Asked(preview.Lines.Select(line => line.Read));
            table.MarkGiven(asked.Count);
            return await bulk.GiveAsync(request.By, asked, cancellationToken);
        }

        private static void Require(bool condition, Rule rule)
        {
            if (!condition)
            {
                throw new RuleBroken(rule);
            }
        }
    }
}
