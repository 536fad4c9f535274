using CsvHelper;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>
/// Comma-separated files as data tools expect them (RFC 4180, UTF-8 without a mark), in which no cell can act as a
/// formula when a spreadsheet opens them (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static class SafeCsv
{
    private static readonly CsvWriterOptions Plain = new()
    {
        Injection = CsvInjection.Escape,
        TrueValue = "true",
        FalseValue = "false",
    };

    public static async Task WriteAsync(
        HttpResponse response,
        string fileName,
        IEnumerable<string> header,
        IAsyncEnumerable<object?[]> rows
    )
    {
        response.ContentType = "text/csv; charset=utf-8; header=present";
        response.Headers.ContentDisposition = $"attachment; filename=\"{fileName}\"";
        await using var csv = CsvWriter.Create(response.Body, Plain, leaveOpen: true);
        csv.WriteHeader([.. header]);
        await foreach (var row in rows.WithCancellation(response.HttpContext.RequestAborted))
        {
            foreach (var cell in row)
            {
                csv.WriteField(cell);
            }

            await csv.EndRecordAsync();
        }
    }
}
