using Deliberation.Web.Platform.Security;

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

    private static async Task CsvAsync(HttpContext context, BodyTable table)
    {
        var rows = await table.RowsAsync(context.User.PersonId(), context.RequestAborted);
        Announce(context.Response, "text/csv; charset=utf-8; header=present", "csv");
        await ExcelCsv.WriteAsync(context.Response.Body, rows, context.RequestAborted);
    }

    private static async Task WorkbookAsync(HttpContext context, BodyTable table)
    {
        var rows = await table.RowsAsync(context.User.PersonId(), context.RequestAborted);
        Announce(context.Response, WorkbookWriter.ContentType, "xlsx");
        await WorkbookWriter.WriteAsync(context.Response.Body, rows, context.RequestAborted);
    }

    private static void Announce(HttpResponse response, string contentType, string ending)
    {
        response.ContentType = contentType;
        response.Headers.ContentDisposition = $"attachment; filename=\"{Name}.{ending}\"";
    }
}
