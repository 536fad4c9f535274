using System.Globalization;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Imports;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Web.Features.Respond.Spreadsheets;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback.Imports;

/// <summary>A moderator reads an export line by line, says what its columns and words mean, then has it kept.</summary>
[Authorize(Policy = Policies.Moderator)]
[SecondFactor]
internal sealed class ReadExport(
    IMediator mediator,
    KeptTables tables,
    ExportPreviews previews,
    FeatureTexts<ReadExport> texts
) : PageModel, IShownAgain
{
    private const int PageSize = 25;

    [FromRoute]
    public Guid Id { get; set; }

    [FromQuery(Name = "colonne")]
    public List<int> Columns { get; set; } = [];

    [FromQuery(Name = "sens")]
    public List<int> Meanings { get; set; } = [];

    [FromQuery(Name = "vue")]
    public ExportView? Chosen { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    [BindProperty]
    public Part Part { get; set; } = Part.Other;

    /// <summary>The person says that refused lines are left out.</summary>
    [BindProperty]
    public bool LeaveOut { get; set; }

    public KeptTable Table { get; private set; } = null!; // set before the page is shown

    /// <summary>What it would bring in; null once it is done.</summary>
    public ExportPreview? Preview { get; private set; }

    public KeptExport.Report? Report { get; private set; }

    public ExportView View { get; private set; }

    public IReadOnlyList<ExportLine> Lines { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.ErrorCount > 0)
        {
            return BadRequest();
        }

        try
        {
            await mediator.Send(
                new Command(User.PersonId(), Id, new ExportAsked(Columns, Meanings), Part, LeaveOut),
                cancellationToken
            );
            return Redirect($"/bureau/retours/importer/{Id}");
        }
        catch (IntakeIsFull)
        {
            Response.Headers.RetryAfter = $"{IntakeIsFull.RetryAfterSeconds}";
            ModelState.AddModelError(
                "",
                texts["Beaucoup de retours arrivent en ce moment. Réessayez : rien ne sera gardé deux fois."]
            );
            await LoadAsync(cancellationToken);
            return new PageResult { StatusCode = StatusCodes.Status429TooManyRequests };
        }
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        if (await tables.FindAsync(Id, User.PersonId(), cancellationToken) is not { } table)
        {
            return false;
        }

        Table = table;
        Report = table.Given is null ? null : KeptExport.Report.Read(table);
        Preview = table.Given is null
            ? await previews.OfAsync(table, new ExportAsked(Columns, Meanings), cancellationToken)
            : null;
        if (Preview is { } preview)
        {
            View =
                Chosen ?? (preview.Count(ExportView.Nouveaux) > 0 ? ExportView.Nouveaux : Fullest(preview));
            Pages = Math.Max(1, (preview.Count(View) + PageSize - 1) / PageSize);
            Number = Math.Clamp(Number, 1, Pages);
            var shown = preview.Lines.Where(line => line.View == View);
            Lines = [.. shown.Skip((Number - 1) * PageSize).Take(PageSize)];
        }

        return Preview is not null || Report is not null;
    }

    /// <summary>The same preview with everything said, and another pile.</summary>
    public string Address(ExportView? view = null)
    {
        var asked = ExportAsked.Of(Preview!.Plan, Preview.Table); // only while there is a preview
        var query = asked
            .Columns.Select(place => $"colonne={Of(place)}")
            .Concat(asked.Meanings.Select(mark => $"sens={Of(mark)}"))
            .Concat(view is null ? [] : [$"vue={view}"]);
        return $"/bureau/retours/importer/{Id}?{string.Join('&', query)}";
    }

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static ExportView Fullest(ExportPreview preview) =>
        Enum.GetValues<ExportView>().OrderByDescending(preview.Count).First();

    /// <summary>Every line without flaw; the same form twice keeps each once.</summary>
    internal sealed record Command(Guid By, Guid Id, ExportAsked Asked, Part Part, bool LeaveOut)
        : IRequest<KeptExport.Report>;

    internal sealed class Handler(
        DeliberationDb db,
        KeptTables tables,
        ExportPreviews previews,
        ExportIntake intake,
        LearntWords learnt
    ) : IRequestHandler<Command, KeptExport.Report>
    {
        public async Task<KeptExport.Report> Handle(Command request, CancellationToken cancellationToken)
        {
            var table =
                await tables.FindAsync(request.Id, request.By, cancellationToken)
                ?? throw new Absent("export");
            if (table.Given is not null)
            {
                return KeptExport.Report.Read(table) ?? throw new Absent("export");
            }

            var preview =
                await previews.OfAsync(table, request.Asked, cancellationToken) ?? throw new Absent("export");
            Require(preview.Plan.IsWhole, ImportRules.AnExportIsUnderstood);
            Require(Enum.IsDefined(request.Part), FeedbackRules.AFeedbackHasAMark);
            Require(
                request.LeaveOut || preview.Count(ExportView.Refuses) == 0,
                ImportRules.ARefusedLineIsLeftOutKnowingly
            );

            var sound = preview.Lines.Where(line => line.View != ExportView.Refuses).ToList();
            var kept = await intake.KeepAsync(sound.Select(line => line.Read), request.Part);
            var report = new KeptExport.Report(kept, sound.Count - kept, preview.LeftOut());
            table.MarkGiven(kept, report.ToKeep());
            await learnt.LearnAsync(Said(preview), preview.Table, CancellationToken.None);
            await db.SaveChangesAsync(CancellationToken.None); // what is kept is told, whoever has gone meanwhile
            return report;
        }

        // Of the words of marks, only those of this file.
        private static ImportPlan Said(ExportPreview preview)
        {
            var words = preview.Plan.Written(preview.Table).Select(MatchKey.Of).ToHashSet();
            return preview.Plan with
            {
                Marks = preview
                    .Plan.Marks.Where(mark => words.Contains(mark.Key))
                    .ToDictionary(StringComparer.Ordinal),
            };
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
