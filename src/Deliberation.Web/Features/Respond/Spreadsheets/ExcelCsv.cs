using System.Text;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>A CSV that a French Excel opens by itself: UTF-8 with its mark, semicolons, lines ended as Windows ends them.</summary>
internal static class ExcelCsv
{
    private static readonly UTF8Encoding Marked = new(encoderShouldEmitUTF8Identifier: true);

    public static async Task WriteAsync(
        Stream target,
        IAsyncEnumerable<IReadOnlyList<string>> rows,
        CancellationToken cancellationToken
    )
    {
        await using var writer = new StreamWriter(target, Marked, leaveOpen: true);
        await foreach (var row in rows.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync($"{string.Join(';', row.Select(Quoted))}\r\n");
        }
    }

    private static string Quoted(string cell) =>
        cell.AsSpan().ContainsAny("\";\r\n\t,")
            ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : cell;
}
