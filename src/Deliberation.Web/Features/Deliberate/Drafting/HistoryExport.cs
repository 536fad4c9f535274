using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// The whole history of a text as JSON Lines, one change a line, oldest first: whoever replays the changes has the
/// text at any version. Authors are numbered within the text; they have a name when they agreed to be named.
/// </summary>
internal static class HistoryExport
{
    private const int AtOnce = 2_000;

    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
    };

    public static void MapHistoryExport(this IEndpointRouteBuilder app) =>
        app.Map("/dispositifs/{slug}/atelier/textes/{documentId:guid}/historique.jsonl", WriteAsync)
            .RequireAuthorization(Policies.SpaceReader)
            .ExcludeFromDescription();

    private static async Task WriteAsync(
        string slug,
        Guid documentId,
        HttpContext context,
        DeliberationDb db,
        DocumentLog log,
        TextHistory history,
        CancellationToken cancellationToken
    )
    {
        var document = await db.DocumentsOf(slug)
            .AsNoTracking()
            .FirstOrDefaultAsync(found => found.Id == documentId, cancellationToken);
        if (document is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        var writers = await history.WritersAsync(document.SpaceId, cancellationToken);
        var numbers = new Dictionary<Guid, int>();
        context.Response.ContentType = "application/jsonl; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"historique.jsonl\"";
        for (var after = 0; ; after += AtOnce)
        {
            var rows = await log.ChangesAsync(documentId, after, after + AtOnce, cancellationToken);
            foreach (var row in rows)
            {
                var number = numbers.TryGetValue(row.AuthorId, out var known)
                    ? known
                    : numbers[row.AuthorId] = numbers.Count + 1;
                await JsonSerializer.SerializeAsync(
                    context.Response.Body,
                    LineOf(row, number, writers.GetValueOrDefault(row.AuthorId)),
                    Plain,
                    cancellationToken
                );
                await context.Response.Body.WriteAsync("\n"u8.ToArray(), cancellationToken);
            }

            if (rows.Count < AtOnce)
            {
                return;
            }
        }
    }

    private static Line LineOf(ChangeRow row, int number, Writer? writer) =>
        new(
            row.Version,
            row.At,
            number,
            writer is { IsNamed: true } ? writer.Name : null,
            JsonElement.Parse(row.Content)
        );

    /// <param name="Change">As browsers write it: a number keeps, a list deletes as many and writes its lines instead; in UTF-16 units.</param>
    private sealed record Line(
        int Version,
        DateTimeOffset At,
        int Author,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
        JsonElement Change
    );
}
