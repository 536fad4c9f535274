using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>An accepted change as pages receive it, written to JSON once for all of them.</summary>
/// <remarks><c>{"c": open page, "s": its sequence, "n": number of the author, "d": the change}</c></remarks>
[JsonConverter(typeof(RawUpdateJson))]
public sealed class RawUpdate
{
    private RawUpdate(byte[] json) => Json = json;

    internal byte[] Json { get; }

    internal static RawUpdate Of(string clientId, int sequence, int number, string content) =>
        new(
            Encoding.UTF8.GetBytes(
                string.Create(
                    System.Globalization.CultureInfo.InvariantCulture,
                    $$"""{"c":"{{clientId}}","s":{{sequence}},"n":{{number}},"d":{{content}}}"""
                )
            )
        );
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
