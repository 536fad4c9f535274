using System.Text.Encodings.Web;
using System.Text.Json;
using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// Changes as browsers write them (<c>ChangeSet.toJSON</c>): a number keeps that many units, a list deletes as many
/// as its first item says and writes its other items instead, one line each.
/// </summary>
internal static class WireChange
{
    private static readonly JsonWriterOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public static TextChange Parse(string content)
    {
        using var json = JsonDocument.Parse(content);
        return Read(json.RootElement);
    }

    /// <exception cref="RuleBroken">It is not a change at all, or an impossible one.</exception>
    public static TextChange Read(JsonElement json)
    {
        Require(json.ValueKind == JsonValueKind.Array);

        return TextChange.From(json.EnumerateArray().Select(Section));
    }

    public static string Write(TextChange change)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Plain))
        {
            json.WriteStartArray();
            foreach (var section in change.Sections)
            {
                Write(json, section);
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length);
    }

    /// <summary>The same without what it keeps at its end.</summary>
    /// <param name="content">The change as <see cref="Write(TextChange)"/> gives it.</param>
    public static string WithoutEnd(TextChange change, string content) =>
        change.Sections switch
        {
            [] or [{ IsKept: true }] => "[]",
            [.., { IsKept: true }] => string.Concat(content.AsSpan(0, content.LastIndexOf(',')), "]"),
            _ => content,
        };

    private static void Write(Utf8JsonWriter json, TextSection section)
    {
        if (section.Inserted is null)
        {
            json.WriteNumberValue(section.Length);
        }
        else
        {
            json.WriteStartArray();
            json.WriteNumberValue(section.Length);
            foreach (var line in section.Inserted.Length == 0 ? [] : section.Inserted.Split('\n'))
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
        }
    }

    private static TextSection Section(JsonElement json)
    {
        var isList = json.ValueKind == JsonValueKind.Array && json.GetArrayLength() > 0;
        var first = isList ? json[0] : json;
        Require(first.ValueKind == JsonValueKind.Number && first.TryGetInt32(out _));

        return isList
            ? TextSection.Replace(
                first.GetInt32(),
                string.Join('\n', json.EnumerateArray().Skip(1).Select(Line))
            )
            : TextSection.Keep(first.GetInt32());
    }

    private static string Line(JsonElement json)
    {
        Require(json.ValueKind == JsonValueKind.String);
        try
        {
            return json.GetString()!; // a JSON string is never null
        }
        catch (InvalidOperationException)
        {
            // Half a character, written as an escape.
            throw new RuleBroken(DraftingRules.AChangeFitsItsText);
        }
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new RuleBroken(DraftingRules.AChangeFitsItsText);
        }
    }
}
