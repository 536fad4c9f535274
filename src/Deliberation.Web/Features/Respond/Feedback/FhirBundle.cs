using System.Text;
using System.Text.Json;
using Deliberation.Web.Features.Respond.Partners;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Reads a Bundle of the strict subset: a batch or a transaction that creates up to a hundred responses
/// (https://hl7.org/fhir/R4/http.html#transaction). Each response is read as if it came alone.
/// </summary>
internal sealed class FhirBundle(FhirCheck check)
{
    private const string Root = "Bundle";
    private const int LongestUrl = 255;

    // Entries are bounded one by one: one that is too deep does not refuse its neighbours.
    private static readonly JsonDocumentOptions Bounded = new() { MaxDepth = 100_000 };

    /// <exception cref="FhirRefused">It is not of the subset.</exception>
    public Read Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Bounded);
            return Of(document.RootElement);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            throw FhirRefused.Because("structure", Root, check.T["Le document n’est pas du JSON lisible."]);
        }
    }

    /// <summary>The same place, seen from the bundle.</summary>
    public static string PlaceOf(int entry, string? inside = null)
    {
        var dot = inside?.IndexOf('.', StringComparison.Ordinal) ?? -1;
        return $"{Root}.entry[{entry}].resource{(dot < 0 ? "" : inside![dot..])}"; // found in it
    }

    private Read Of(JsonElement bundle)
    {
        check.Require(
            bundle.ValueKind == JsonValueKind.Object && bundle.Text("resourceType") == Root,
            "structure",
            Root,
            check.T["La ressource attendue est Bundle."]
        );
        RequireKnown(bundle, Root, "resourceType", "type", "entry");
        var type = bundle.Text("type");
        check.Require(
            type is "batch" or "transaction",
            "value",
            $"{Root}.type",
            check.T["Le type attendu est batch ou transaction."]
        );
        check.Require(
            bundle.TryGetProperty("entry", out var entries)
                && entries.ValueKind == JsonValueKind.Array
                && entries.GetArrayLength() > 0,
            "structure",
            $"{Root}.entry",
            check.T["Une liste est attendue ici."]
        );
        check.Require(
            entries.GetArrayLength() <= FeedbackDocument.MostInABatch,
            "too-costly",
            $"{Root}.entry",
            check.T["Au plus {0} réponses sont lues.", FeedbackDocument.MostInABatch]
        );
        var names = new HashSet<string>(StringComparer.Ordinal);
        return new Read(
            type == "transaction",
            [.. entries.EnumerateArray().Select((entry, place) => TryEntry(entry, place, names))]
        );
    }

    private Entry TryEntry(JsonElement entry, int place, HashSet<string> names)
    {
        try
        {
            return ReadEntry(entry, $"{Root}.entry[{place}]", names);
        }
        catch (FhirRefused refused)
        {
            return new Entry("", default, refused.Refusal);
        }
    }

    private Entry ReadEntry(JsonElement entry, string place, HashSet<string> names)
    {
        RequireKnown(entry, place, "fullUrl", "resource", "request");
        check.Require(
            entry.TryGetProperty("request", out var request),
            "structure",
            $"{place}.request",
            check.T["Un objet est attendu ici."]
        );
        RequireKnown(request, $"{place}.request", "method", "url");
        check.Require(
            request.Text("method") == "POST" && request.Text("url") == "QuestionnaireResponse",
            "not-supported",
            $"{place}.request",
            check.T["Un Bundle crée des réponses : POST QuestionnaireResponse."]
        );
        check.Require(
            entry.TryGetProperty("resource", out var resource),
            "structure",
            $"{place}.resource",
            check.T["Un objet est attendu ici."]
        );
        return new Entry(NameOf(entry, place, names), Encoding.UTF8.GetBytes(resource.GetRawText()), null);
    }

    private string NameOf(JsonElement entry, string place, HashSet<string> names)
    {
        if (!entry.TryGetProperty("fullUrl", out _))
        {
            return "";
        }

        var name = entry.Text("fullUrl") ?? "";
        check.Require(
            name.Length is > 0 and <= LongestUrl && name.All(sign => sign is > ' ' and <= '~'),
            "value",
            $"{place}.fullUrl",
            check.T["fullUrl compte de 1 à 255 signes, sans accent ni espace."]
        );
        check.Require(
            names.Add(name),
            "invariant",
            $"{place}.fullUrl",
            check.T["Deux entrées ne portent pas le même fullUrl."]
        );
        return name;
    }

    // A member written twice could be read in two ways.
    private void RequireKnown(JsonElement element, string place, params ReadOnlySpan<string> known)
    {
        check.RequireKnown(element, place, known);
        check.Require(
            element.EnumerateObject().Select(member => member.Name).Distinct().Count()
                == element.GetPropertyCount(),
            "structure",
            place,
            check.T["Un élément vient deux fois."]
        );
    }

    /// <param name="IsTransaction">All of its entries, or none.</param>
    internal sealed record Read(bool IsTransaction, IReadOnlyList<Entry> Entries);

    /// <summary>One entry that creates a response.</summary>
    /// <param name="Name">Its <c>fullUrl</c>: what it is called when it comes again; empty when it has none.</param>
    /// <param name="Refusal">Why the entry itself is not read.</param>
    internal sealed record Entry(string Name, ReadOnlyMemory<byte> Resource, Refusal? Refusal);
}
