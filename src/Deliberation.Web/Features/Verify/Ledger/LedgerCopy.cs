using System.Text.Json;
using Deliberation.Domain.Verify.Ledger;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>The register as a file: one JSON object per line, the facts as the very text that was sealed.</summary>
internal static class LedgerCopy
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(LedgerEntry entry) =>
        JsonSerializer.Serialize(
            new Line(
                entry.Number,
                entry.At.UtcDateTime,
                entry.Kind,
                entry.Subject,
                entry.Content,
                entry.PreviousHash,
                entry.Hash
            ),
            Plain
        );

    public static async IAsyncEnumerable<LedgerEntry> ReadAsync(string path)
    {
        await foreach (var text in File.ReadLinesAsync(path))
        {
            var line =
                JsonSerializer.Deserialize<Line>(text, Plain)
                ?? throw new InvalidDataException("A line of the copy is empty.");
            yield return LedgerEntry.AsWritten(
                line.Number,
                new DateTimeOffset(DateTime.SpecifyKind(line.At, DateTimeKind.Utc)),
                (line.Kind, line.Subject, line.Content),
                (line.PreviousHash, line.Hash)
            );
        }
    }

    private sealed record Line(
        long Number,
        DateTime At,
        string Kind,
        string Subject,
        string Content,
        string PreviousHash,
        string Hash
    );
}
