using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>An accepted change as pages receive it, written to JSON once for all of them.</summary>
/// <remarks>
/// <c>[open page, its sequence, number of the author, the change]</c>. What the change keeps at its end is not said:
/// a page knows how long its text is.
/// </remarks>
[JsonConverter(typeof(RawUpdateJson))]
public sealed class RawUpdate
{
    private const int UpdatesAtOnce = 500;
    private const int BytesAtOnce = 64_000;

    private RawUpdate(byte[] json) => Json = json;

    internal byte[] Json { get; }

    internal static RawUpdate Of(KeptChange kept, int number)
    {
        var (page, sequence) = (kept.Change.ClientId, kept.Change.Sequence);
        var change = WireChange.WithoutEnd(kept.Change.Change, kept.Content);
        return new(
            Encoding.UTF8.GetBytes(
                string.Create(CultureInfo.InvariantCulture, $"""["{page}",{sequence},{number},{change}]""")
            )
        );
    }

    /// <summary>The first of them, as many as travel together; one at least.</summary>
    internal static IReadOnlyList<RawUpdate> OneMessage(IReadOnlyList<RawUpdate> updates)
    {
        var (count, bytes) = (0, 0);
        while (count < updates.Count && count < UpdatesAtOnce && (count == 0 || bytes < BytesAtOnce))
        {
            bytes += updates[count++].Json.Length;
        }

        return [.. updates.Take(count)];
    }
}

internal sealed class RawUpdateJson : JsonConverter<RawUpdate>
{
    public override RawUpdate Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => throw new NotSupportedException("Updates are only sent.");

    public override void Write(Utf8JsonWriter writer, RawUpdate value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
