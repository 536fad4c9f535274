using System.Globalization;
using System.Xml;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>Reads one sheet of a workbook as its XML goes by, and stops one row after the last that a table may have.</summary>
/// <param name="shared">The texts that cells point to.</param>
/// <param name="countsFrom1904">How the workbook counts days.</param>
internal sealed class SheetXml(IReadOnlyList<string> shared, bool countsFrom1904)
{
    private const int MostRows = Sheet.MostLines + 2;

    private readonly List<SheetRow> rows = [];
    private readonly MergedCells merged = new();
    private readonly CellText text = new();
    private List<SheetCell> cells = [];
    private int number;
    private bool isHidden;
    private int column;
    private string type = "";
    private bool isFormula;

    public IReadOnlyList<SheetRow> Read(XmlReader xml)
    {
        while (rows.Count < MostRows && xml.Read())
        {
            text.Follow(xml);
            if (xml.NodeType == XmlNodeType.Element)
            {
                Begin(xml);
            }

            if (
                xml.NodeType == XmlNodeType.EndElement
                || xml is { NodeType: XmlNodeType.Element, IsEmptyElement: true }
            )
            {
                End(xml.LocalName);
            }
        }

        return merged.Mark(rows);
    }

    /// <summary>A flag as XML writes it.</summary>
    public static bool IsTrue(string? flag) => flag is "1" or "true";

    private void Begin(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            case "row":
                number = Number(xml.GetAttribute("r")) ?? number + 1;
                isHidden = IsTrue(xml.GetAttribute("hidden"));
                (cells, column) = ([], -1);
                break;
            case "c":
                column = MergedCells.ColumnOf(xml.GetAttribute("r")) ?? column + 1;
                type = xml.GetAttribute("t") ?? "n";
                isFormula = false;
                text.Take();
                break;
            case "f":
                isFormula = true;
                break;
            case "mergeCell":
                merged.Add(xml.GetAttribute("ref"));
                break;
        }
    }

    private void End(string name)
    {
        if (name == "c")
        {
            Put(Cell());
        }
        else if (name == "row" && cells.Count > 0)
        {
            Require(rows.Count == 0 || number > rows[^1].Number);
            rows.Add(new SheetRow(number, cells, isHidden));
            cells = [];
        }
    }

    private SheetCell Cell()
    {
        var written = text.Take();
        return (isFormula, type) switch
        {
            (true, _) => new SheetCell("", CellKind.Formula),
            (_, "e") => new SheetCell(written, CellKind.Error),
            (_, "s") when written.Length > 0 => new SheetCell(Shared(written)),
            (_, "b") => new SheetCell(IsTrue(written) ? "VRAI" : "FAUX"),
            (_, "n") => new SheetCell(written, CellKind.Number, countsFrom1904),
            _ => new SheetCell(written),
        };
    }

    private string Shared(string place)
    {
        var index = Number(place) ?? int.MaxValue;
        Require(index < shared.Count);
        return shared[index];
    }

    private void Put(SheetCell cell)
    {
        if (cell.IsEmpty)
        {
            return;
        }

        // One column too many is enough to refuse the table.
        var place = Math.Min(column, Sheet.MostColumns);
        while (cells.Count <= place)
        {
            cells.Add(SheetCell.Empty);
        }

        cells[place] = cell;
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new RuleBroken(SheetRules.AFileCanBeRead);
        }
    }

    private static int? Number(string? written) =>
        int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;
}
