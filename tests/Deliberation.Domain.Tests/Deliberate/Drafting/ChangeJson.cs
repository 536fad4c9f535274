using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

/// <summary>The form in which browsers write changes: a number is kept, a list is replaced by its lines.</summary>
internal sealed class ChangeJson : JsonConverter<TextChange>
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Of(TextChange change)
    {
        var sections = new JsonArray([.. change.Sections.Select(Node)]);
        return sections.ToJsonString(Plain);
    }

    public override TextChange Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => TextChange.From(JsonNode.Parse(ref reader)!.AsArray().Select(Section));

    public override void Write(Utf8JsonWriter writer, TextChange value, JsonSerializerOptions options) =>
        writer.WriteRawValue(Of(value));

    private static JsonNode Node(TextSection section) =>
        section.Inserted switch
        {
            null => JsonValue.Create(section.Length),
            "" => new JsonArray(section.Length),
            _ => new JsonArray([
                section.Length,
                .. section.Inserted.Split('\n').Select(line => (JsonNode)JsonValue.Create(line)),
            ]),
        };

    private static TextSection Section(JsonNode? node) =>
        node is JsonArray parts
            ? TextSection.Replace(
                (int)parts[0]!,
                string.Join('\n', parts.Skip(1).Select(line => (string)line!))
            )
            : TextSection.Keep((int)node!);
}
