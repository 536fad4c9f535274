using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Deliberation.Domain;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>What the register writes of a public act: its public properties, but for the two that every entry has.</summary>
internal static class ActFacts
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { KeepEarlierSeals } },
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new Moment() },
    };

    public static string Of(IPublicAct act)
    {
        // Parsed again, so that every value is a plain JSON element whatever its type was.
        var facts = JsonNode.Parse(JsonSerializer.Serialize(act, act.GetType(), Plain))!.AsObject(); // a record is an object
        facts.Remove("subject");
        facts.Remove("at");
        return CanonicalJson.Write(facts);
    }

    private static void KeepEarlierSeals(JsonTypeInfo type)
    {
        foreach (var fact in type.Properties)
        {
            if (fact.AttributeProvider?.IsDefined(typeof(AddedLaterAttribute), inherit: false) == true)
            {
                fact.ShouldSerialize = (_, value) => value is not null;
            }
        }
    }

    private sealed class Moment : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(
            ref Utf8JsonReader reader,
            Type typeToConvert,
            JsonSerializerOptions options
        ) => reader.GetDateTimeOffset();

        public override void Write(
            Utf8JsonWriter writer,
            DateTimeOffset value,
            JsonSerializerOptions options
        ) =>
            writer.WriteStringValue(
                value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)
            );
    }
}
