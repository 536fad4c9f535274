using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>The value has no canonical form here.</summary>
internal sealed class JsonRefused(string reason, Exception? cause = null) : Exception(reason, cause);

/// <summary>
/// Writes the same facts always with the same bytes: RFC 8785 (JSON Canonicalization Scheme) for objects, arrays, strings,
/// booleans, null and integers of at most 53 bits. Other numbers are refused, since two
/// languages may write them differently: whoever records a figure with decimals writes it as text.
/// </summary>
internal static class CanonicalJson
{
    private const long LargestInteger = (1L << 53) - 1; // RFC 7493, section 2.2
    private const int Deepest = 64;

    private static readonly JsonNodeOptions Nodes = new() { PropertyNameCaseInsensitive = false };

    private static readonly JsonDocumentOptions Strict = new()
    {
        AllowDuplicateProperties = false,
        MaxDepth = Deepest,
    };

    /// <summary>The canonical form of a JSON text.</summary>
    /// <exception cref="JsonRefused">Not JSON, a name given twice, a number that is no integer, a broken character, too deep.</exception>
    public static string Write(string json)
    {
        try
        {
            return Write(JsonNode.Parse(json, Nodes, Strict));
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new JsonRefused(
                "Not JSON, a name given twice, or a name that holds half a surrogate pair.",
                error
            );
        }
    }

    /// <summary>The canonical form of a value.</summary>
    /// <exception cref="JsonRefused">A number that is no integer, a broken character, too deep.</exception>
    public static string Write(JsonNode? value)
    {
        var written = new StringBuilder();
        try
        {
            Append(value, written, depth: 0);
        }
        catch (InvalidOperationException error)
        {
            // Parsed strings are decoded only when read: this is where an escaped half pair shows.
            throw new JsonRefused("A string or a name holds half a surrogate pair.", error);
        }
        return written.ToString();
    }

    private static void Append(JsonNode? node, StringBuilder written, int depth)
    {
        if (depth > Deepest)
        {
            throw new JsonRefused($"More than {Deepest} levels.");
        }
        switch (node)
        {
            case JsonObject map:
                AppendAll('{', map.OrderBy(pair => pair.Key, StringComparer.Ordinal), Member, '}', written);
                break;
            case JsonArray list:
                AppendAll('[', list, item => Append(item, written, depth + 1), ']', written);
                break;
            default:
                AppendScalar(node, written);
                break;
        }

        void Member(KeyValuePair<string, JsonNode?> pair)
        {
            AppendText(pair.Key, written);
            written.Append(':');
            Append(pair.Value, written, depth + 1);
        }
    }

    private static void AppendAll<T>(
        char open,
        IEnumerable<T> items,
        Action<T> write,
        char close,
        StringBuilder written
    )
    {
        written.Append(open);
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst)
            {
                written.Append(',');
            }
            isFirst = false;
            write(item);
        }
        written.Append(close);
    }

    private static void AppendScalar(JsonNode? node, StringBuilder written)
    {
        switch (node?.GetValueKind() ?? JsonValueKind.Null)
        {
            case JsonValueKind.String:
                AppendText(node!.GetValue<string>(), written); // a kind other than null has a node
                break;
            case JsonValueKind.Number:
                written.Append(Integer(node!).ToString(CultureInfo.InvariantCulture));
                break;
            case var kind:
                written.Append(
                    kind switch
                    {
                        JsonValueKind.True => "true",
                        JsonValueKind.False => "false",
                        _ => "null",
                    }
                );
                break;
        }
    }

    private static long Integer(JsonNode node) =>
        long.TryParse(
            node.ToJsonString(),
            NumberStyles.AllowLeadingSign,
            CultureInfo.InvariantCulture,
            out var number
        )
        && Math.Abs(number) <= LargestInteger
            ? number
            : throw new JsonRefused("A number is not an integer of at most 53 bits.");

    // RFC 8785, section 3.2.2.2.
    private static void AppendText(string text, StringBuilder written)
    {
        written.Append('"');
        for (var index = 0; index < text.Length; index++)
        {
            var c = text[index];
            if (char.IsSurrogate(c) && !IsHalfOfAPair(text, index))
            {
                throw new JsonRefused("A string holds half a surrogate pair.");
            }
            _ = c switch
            {
                '"' or '\\' => written.Append('\\').Append(c),
                '\b' => written.Append("\\b"),
                '\t' => written.Append("\\t"),
                '\n' => written.Append("\\n"),
                '\f' => written.Append("\\f"),
                '\r' => written.Append("\\r"),
                < ' ' => written.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => written.Append(c),
            };
        }
        written.Append('"');
    }

    private static bool IsHalfOfAPair(string text, int index) =>
        char.IsHighSurrogate(text[index])
            ? index + 1 < text.Length && char.IsLowSurrogate(text[index + 1])
            : index > 0 && char.IsHighSurrogate(text[index - 1]);
}
