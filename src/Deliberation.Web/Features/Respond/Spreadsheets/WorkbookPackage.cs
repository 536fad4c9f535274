using System.Buffers;
using System.IO.Compression;
using System.Xml;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>
/// The parts of a workbook, which is a zip. What they weigh unpacked is bounded before any of them is read; what they
/// point to outside is never opened.
/// </summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const int MostParts = 1_000;

    private static readonly XmlReaderSettings Careful = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = SheetFile.LargestUnpacked,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    };

    private readonly ZipArchive zip;

    private WorkbookPackage(ZipArchive zip) => this.zip = zip;

    /// <exception cref="RuleBroken">Too many parts, or too much in them.</exception>
    public static WorkbookPackage Open(byte[] file)
    {
        var opened = new ZipArchive(new MemoryStream(file, writable: false), ZipArchiveMode.Read);
        var package = new WorkbookPackage(opened);
        try
        {
            package.RequireASmallOne();
            return package;
        }
        catch
        {
            package.Dispose();
            throw;
        }
    }

    /// <summary>A part to read; null when there is none.</summary>
    public XmlReader? Part(string path) =>
        zip.Entries.FirstOrDefault(entry =>
            string.Equals(entry.FullName, path, StringComparison.OrdinalIgnoreCase)
        )
            is { } found
            ? XmlReader.Create(found.Open(), Careful)
            : null;

    /// <summary>What a part points to inside the file.</summary>
    /// <param name="path">The part; empty for the whole package.</param>
    public IReadOnlyList<PartLink> LinksOf(string path)
    {
        var slash = path.LastIndexOf('/') + 1;
        using var xml = Part($"{path[..slash]}_rels/{path[slash..]}.rels");
        var links = new List<PartLink>();
        while (xml?.Read() == true)
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "Relationship" })
            {
                var target = xml.GetAttribute("Target") ?? "";
                if (xml.GetAttribute("TargetMode") != "External" && links.Count < MostParts)
                {
                    links.Add(
                        new PartLink(
                            xml.GetAttribute("Id") ?? "",
                            xml.GetAttribute("Type") ?? "",
                            Resolve(path[..slash], target)
                        )
                    );
                }
            }
        }

        return links;
    }

    public void Dispose() => zip.Dispose();

    // First what the zip says of itself, then what really comes out of it: a zip can lie.
    private void RequireASmallOne()
    {
        Require(zip.Entries.Count <= MostParts);
        Require(zip.Entries.Sum(entry => Math.Min(entry.Length, int.MaxValue)) <= SheetFile.LargestUnpacked);

        var left = (long)SheetFile.LargestUnpacked;
        var buffer = ArrayPool<byte>.Shared.Rent(81_920);
        foreach (var entry in zip.Entries)
        {
            using var part = entry.Open();
            for (int read; (read = part.Read(buffer)) > 0; )
            {
                left -= read;
                Require(left >= 0);
            }
        }

        ArrayPool<byte>.Shared.Return(buffer);
    }

    private static string Resolve(string folder, string target)
    {
        var steps = new Stack<string>();
        var path = target.StartsWith('/') ? target : $"{folder}{target}";
        foreach (var step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == "..")
            {
                steps.TryPop(out _);
            }
            else if (step != ".")
            {
                steps.Push(step);
            }
        }

        return string.Join('/', steps.Reverse());
    }

    private static void Require(bool condition)
    {
        if (!condition)
        {
            throw new RuleBroken(SheetRules.AFileIsSmall);
        }
    }
}

/// <summary>One part that another names.</summary>
internal sealed record PartLink(string Id, string Type, string Path)
{
    public bool Leads(string kind) => Type.EndsWith($"/{kind}", StringComparison.Ordinal);
}
