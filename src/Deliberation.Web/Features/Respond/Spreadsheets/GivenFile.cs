using System.Text;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>A file as it was given, or text that was pasted.</summary>
/// <param name="Name">Of the file; empty for text.</param>
internal sealed record GivenFile(string Name, byte[] Content)
{
    /// <summary>Above the largest table, so that one a little too large is told so by the page it was given to.</summary>
    public const int MostOfRequest = 10 * 1024 * 1024;

    /// <exception cref="RuleBroken">It is too large.</exception>
    public static async Task<GivenFile> ReadAsync(
        IFormFile? file,
        string? text,
        CancellationToken cancellationToken
    )
    {
        if (file is null)
        {
            return new GivenFile("", Encoding.UTF8.GetBytes(text ?? ""));
        }

        if (file.Length > SheetFile.Largest)
        {
            throw new RuleBroken(SheetRules.AFileIsSmall);
        }

        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return new GivenFile(NameOf(file), content.ToArray());
    }

    private static string NameOf(IFormFile file) =>
        string.Concat(
            file.FileName.EnumerateRunes()
                .Where(rune => !Rune.IsControl(rune))
                .Take(KeptTable.LongestName / 2)
        );
}
