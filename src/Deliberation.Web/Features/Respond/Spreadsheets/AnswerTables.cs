using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>What an agent's body is in charge of, as a table to fill in and give back.</summary>
internal static class AnswerTables
{
    private const string Name = "suivi-a-completer";

    public static void MapAnswerTables(this IEndpointRouteBuilder app)
    {
        app.MapGet("/bureau/suivi/tableau.csv", CsvAsync)
            .RequireAuthorization(Policies.Agent)
            .ExcludeFromDescription();
        app.MapGet("/bureau/suivi/tableau.xlsx", WorkbookAsync)
            .RequireAuthorization(Policies.Agent)
            .ExcludeFromDescription();
    }

    private static async Task CsvAsync(HttpContext context, TreatmentList treatments, Roles roles)
    {
        var rows = await RowsAsync(context, treatments, roles);
        Announce(context.Response, "text/csv; charset=utf-8; header=present", "csv");
        await ExcelCsv.WriteAsync(context.Response.Body, rows, context.RequestAborted);
    }

    private static async Task WorkbookAsync(HttpContext context, TreatmentList treatments, Roles roles)
    {
        var rows = await RowsAsync(context, treatments, roles);
        Announce(context.Response, WorkbookWriter.ContentType, "xlsx");
        await WorkbookWriter.WriteAsync(context.Response.Body, rows, context.RequestAborted);
    }

    /// <summary>The headings, then a row for each proposition.</summary>
    private static async Task<IAsyncEnumerable<IReadOnlyList<string>>> RowsAsync(
        HttpContext context,
        TreatmentList treatments,
        Roles roles
    )
    {
        var body = await roles.BodyOfAsync(context.User.PersonId());
        var mine = treatments
            .Rows()
            .Where(row => row.BodyId == body)
            .OrderBy(row => row.Opinion)
            .ThenBy(row => row.Number)
            .AsAsyncEnumerable();
        return mine.Select(Cells).Prepend([.. SheetColumns.All.Select(name => name.French)]);
    }

    private static IReadOnlyList<string> Cells(TreatmentRow row) =>
        [
            .. SheetColumns.All.Select(name =>
                GuardedCell.Write(
                    AnswerCells.Of(name.Column, (row.Reference, row.Title), row.StatusFrench, row.Latest)
                )
            ),
        ];

    private static void Announce(HttpResponse response, string contentType, string ending)
    {
        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{Name}.{ending}\"";
    }
}
