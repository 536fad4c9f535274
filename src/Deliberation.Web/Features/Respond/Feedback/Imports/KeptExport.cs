using System.Text.Json;
using Deliberation.Domain.Respond.Feedback.Imports;
using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Web.Features.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Feedback.Imports;

/// <summary>What is left of an export between reading it and keeping it: its masked cells, never the file.</summary>
/// <param name="IsGuessed">Its encoding was not said, and guessed.</param>
internal sealed record KeptExport(ImportTable Table, bool IsGuessed)
{
    private const string Service = "jdma";

    /// <summary>Reads and masks a file, of which nothing else remains.</summary>
    /// <exception cref="Domain.RuleBroken">It cannot be read, or is too large.</exception>
    public static KeptExport Mask(GivenFile file, IntakeSeal seal)
    {
        var sheets = TableFile.ReadAll(file.Content);
        var table = ImportTable.Read(
            sheets.Select(sheet => new ImportSheet(sheet.SheetName, sheet.Rows)),
            id => seal.SealOf(Service, id)
        );
        return new KeptExport(table, sheets.Any(sheet => sheet.IsGuessed));
    }

    /// <summary>The name of a file may name somebody too.</summary>
    public GivenFile ToKeep(string name) =>
        new(
            Cut(PersonalData.Mask(name)),
            JsonSerializer.SerializeToUtf8Bytes(new Written(this, null), Options)
        );

    /// <summary>Null for another kind of table.</summary>
    public static KeptExport? Read(KeptTable table) => Written.Of(table)?.Export;

    private static string Cut(string name) =>
        name.Length <= KeptTable.LongestName
            ? name
            : name[
                ..(KeptTable.LongestName - (char.IsHighSurrogate(name[KeptTable.LongestName - 1]) ? 1 : 0))
            ];

    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingDefault,
    };

    /// <summary>How many lines were kept, known or left out, and why: what is told once it is done.</summary>
    /// <param name="LeftOut">By the sentence of the rule that the line breaks.</param>
    internal sealed record Report(int Kept, int Known, IReadOnlyDictionary<string, int> LeftOut)
    {
        public static Report? Read(KeptTable table) => Written.Of(table)?.Report;

        public byte[] ToKeep() => JsonSerializer.SerializeToUtf8Bytes(new Written(null, this), Options);
    }

    private sealed record Written(KeptExport? Export, Report? Report)
    {
        public static Written? Of(KeptTable table)
        {
            try
            {
                return JsonSerializer.Deserialize<Written>(table.Content, Options);
            }
            catch (JsonException)
            {
                return null; // a table of answers
            }
        }
    }
}
