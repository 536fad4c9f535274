using System.Globalization;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>What one node rings for the others: which texts grew, and how far; never the words.</summary>
internal static class NodeBell
{
    public const string Name = "deliberation_texts";

    // A notification carries less than 8,000 bytes; one text takes some 45.
    private const int TextsAtOnce = 150;

    public static IEnumerable<string> Payloads(IEnumerable<AcceptedPush> written) =>
        Payloads(
            written
                .GroupBy(push => push.Document.Id)
                .Select(text => KeyValuePair.Create(text.Key, text.Max(push => push.Changes[^1].Version)))
        );

    /// <param name="grown">Texts, and the version each has now.</param>
    public static IEnumerable<string> Payloads(IEnumerable<KeyValuePair<Guid, int>> grown) =>
        grown
            .Select(text => string.Create(CultureInfo.InvariantCulture, $"{text.Key:N}:{text.Value}"))
            .Chunk(TextsAtOnce)
            .Select(texts => string.Join(',', texts));

    public static IEnumerable<(Guid DocumentId, int Version)> Read(string payload)
    {
        foreach (var text in payload.Split(','))
        {
            var parts = text.Split(':');
            if (
                parts.Length == 2
                && Guid.TryParseExact(parts[0], "N", out var id)
                && int.TryParse(parts[1], CultureInfo.InvariantCulture, out var version)
            )
            {
                yield return (id, version);
            }
        }
    }
}
