using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Deliberation.Web.Platform.Ui;

/// <summary>What a field shows: what the reader typed if the form came back, else what the model holds.</summary>
internal static class FieldValue
{
    public static IReadOnlyList<string> Of(ModelStateDictionary state, string name, ModelExpression model)
    {
        if (state.TryGetValue(name, out var entry) && entry.RawValue is not null)
        {
            return entry.RawValue is string[] many ? many : [entry.AttemptedValue ?? ""];
        }

        return model.Model switch
        {
            null => [],
            string text => [text],
            System.Collections.IEnumerable several => [.. several.Cast<object>().Select(Write)],
            var one => [Write(one)],
        };
    }

    private static string Write(object value) =>
        value switch
        {
            bool yes => yes ? "true" : "false",
            DateOnly date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            IFormattable number and not Enum => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString() ?? "",
        };
}
