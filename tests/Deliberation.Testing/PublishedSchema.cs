using System.Text.Json;

namespace Deliberation.Testing;

/// <summary>Holds documents against the JSON Schema that an OpenAPI document publishes: the words of it that ours uses.</summary>
public sealed class PublishedSchema(JsonElement openApi)
{
    /// <summary>What is wrong with a document, place by place; nothing when it is as published.</summary>
    public IReadOnlyList<string> Faults(JsonElement value, JsonElement schema, string place = "$")
    {
        if (schema.TryGetProperty("$ref", out var reference))
        {
            return Faults(value, Follow(reference.GetString()!), place);
        }

        if (schema.TryGetProperty("oneOf", out var ways) || schema.TryGetProperty("anyOf", out ways))
        {
            return ways.EnumerateArray().Any(way => Faults(value, way, place).Count == 0)
                ? []
                : [$"{place}: none of the ways"];
        }

        if (schema.TryGetProperty("enum", out var choices))
        {
            return choices.EnumerateArray().Any(choice => JsonElement.DeepEquals(choice, value))
                ? []
                : [$"{place}: no such choice"];
        }

        return IsOfType(value, schema) ? [.. Inside(value, schema, place)] : [$"{place}: {value.ValueKind}"];
    }

    /// <summary>The part of the document at <c>#/a/b</c>.</summary>
    public JsonElement Follow(string reference) =>
        reference[2..].Split('/').Aggregate(openApi, (at, name) => at.GetProperty(name.Replace("~1", "/")));

    private IEnumerable<string> Inside(JsonElement value, JsonElement schema, string place) =>
        value.ValueKind switch
        {
            JsonValueKind.Object => OfObject(value, schema, place),
            JsonValueKind.Array => OfArray(value, schema, place),
            JsonValueKind.String when value.GetString()!.Length > Limit(schema, "maxLength", int.MaxValue) =>
            [
                $"{place}: too long",
            ],
            JsonValueKind.Number
                when value.GetDouble() > Limit(schema, "maximum", int.MaxValue)
                    || value.GetDouble() < Limit(schema, "minimum", int.MinValue) =>
            [
                $"{place}: out of range",
            ],
            _ => [],
        };

    private IEnumerable<string> OfObject(JsonElement value, JsonElement schema, string place)
    {
        schema.TryGetProperty("properties", out var properties);
        if (schema.TryGetProperty("required", out var required))
        {
            foreach (var name in required.EnumerateArray().Select(name => name.GetString()!))
            {
                if (!value.TryGetProperty(name, out _))
                {
                    yield return $"{place}.{name}: missing";
                }
            }
        }

        var isClosed =
            schema.TryGetProperty("additionalProperties", out var more)
            && more.ValueKind == JsonValueKind.False;
        foreach (var member in value.EnumerateObject())
        {
            var faults =
                properties.ValueKind == JsonValueKind.Object
                && properties.TryGetProperty(member.Name, out var described)
                    ? Faults(member.Value, described, $"{place}.{member.Name}")
                : isClosed ? [$"{place}.{member.Name}: not described"]
                : [];
            foreach (var fault in faults)
            {
                yield return fault;
            }
        }
    }

    private IEnumerable<string> OfArray(JsonElement value, JsonElement schema, string place)
    {
        var count = value.GetArrayLength();
        if (count < Limit(schema, "minItems", 0) || count > Limit(schema, "maxItems", int.MaxValue))
        {
            return [$"{place}: {count} items"];
        }

        return schema.TryGetProperty("items", out var item)
            ? value.EnumerateArray().SelectMany((one, i) => Faults(one, item, $"{place}[{i}]"))
            : [];
    }

    private static double Limit(JsonElement schema, string name, double otherwise) =>
        schema.TryGetProperty(name, out var limit) ? limit.GetDouble() : otherwise;

    private static bool IsOfType(JsonElement value, JsonElement schema)
    {
        if (!schema.TryGetProperty("type", out var type))
        {
            return true;
        }

        var names =
            type.ValueKind == JsonValueKind.Array
                ? type.EnumerateArray().Select(n => n.GetString())
                : [type.GetString()];
        return names.Any(name =>
            name switch
            {
                "object" => value.ValueKind == JsonValueKind.Object,
                "array" => value.ValueKind == JsonValueKind.Array,
                "string" => value.ValueKind == JsonValueKind.String,
                "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
                "number" => value.ValueKind == JsonValueKind.Number,
                "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
                "null" => value.ValueKind == JsonValueKind.Null,
                _ => false,
            }
        );
    }
}
