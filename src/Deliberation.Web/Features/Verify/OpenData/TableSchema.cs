namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>The description of a file that data tools read (https://specs.frictionlessdata.io/table-schema/).</summary>
internal static class TableSchema
{
    /// <param name="primaryKey">The name of a column, or of several in an array.</param>
    public static object Of(
        string name,
        string title,
        string description,
        IReadOnlyList<SchemaField> fields,
        object primaryKey
    ) =>
        new
        {
            name,
            title,
            description,
            licenses = new[] { new { name = OpenLicence.Name, path = OpenLicence.Address } },
            fields = fields.Select(field => new
            {
                name = field.Name,
                type = field.Type,
                format = field.Format ?? "default",
                description = field.Meaning,
                constraints = new { required = field.Required },
            }),
            primaryKey,
            missingValues = new[] { "" },
        };
}

/// <summary>One column of a file.</summary>
/// <param name="Type">A Table Schema type.</param>
/// <param name="Meaning">In French; the page translates it.</param>
internal sealed record SchemaField(
    string Name,
    string Type,
    string Meaning,
    bool Required = false,
    string? Format = null
);
