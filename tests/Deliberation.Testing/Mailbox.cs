using System.Text;
using System.Text.RegularExpressions;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Testing;

/// <summary>The letters that left as <c>.eml</c> files, read as a mail program would.</summary>
public static partial class Mailbox
{
    /// <summary>Sends what waits and gives the text of the last letter to this address; nothing when there is none.</summary>
    public static async Task<string?> LastToAsync(Product product, string address)
    {
        await product.Services.GetRequiredService<MailRound>().SendWaitingAsync(CancellationToken.None);
        var letters = await AllAsync(product);
        return letters.LastOrDefault(letter =>
            letter.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase)
        );
    }

    /// <summary>Sends what waits and gives every letter to this person.</summary>
    public static async Task<IReadOnlyList<string>> ToAsync(Product product, Guid person)
    {
        var address = await product.ReadAsync(db =>
            db.Set<Person>().Where(row => row.Id == person).Select(row => row.Email!).SingleAsync()
        );
        await LastToAsync(product, address);
        var letters = await AllAsync(product);
        return
        [
            .. letters.Where(letter => letter.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase)),
        ];
    }

    public static async Task<IReadOnlyList<string>> AllAsync(Product product)
    {
        var folder = product.Services.GetRequiredService<Postman>().Folder;
        if (!Directory.Exists(folder))
        {
            return [];
        }

        var files = new DirectoryInfo(folder).GetFiles("*.eml").OrderBy(file => file.LastWriteTimeUtc);
        return await Task.WhenAll(files.Select(file => ReadAsync(file.FullName)));
    }

    /// <summary>The first address of this service in a letter, as a path.</summary>
    public static string LinkIn(string letter) => new Uri(Link().Match(letter).Value).PathAndQuery;

    public static string CodeIn(string letter) =>
        Code().Match(letter).Value.Replace(" ", "", StringComparison.Ordinal);

    private static async Task<string> ReadAsync(string file)
    {
        var raw = await File.ReadAllTextAsync(file);
        var body = raw.IndexOf("\r\n\r\n", StringComparison.Ordinal);
        var text = raw[body..].Replace("=\r\n", "", StringComparison.Ordinal);
        var bytes = new List<byte>();
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '=')
            {
                bytes.Add(Convert.ToByte(text.Substring(i + 1, 2), 16));
                i += 2;
            }
            else
            {
                bytes.Add((byte)text[i]);
            }
        }

        return raw[..body] + Encoding.UTF8.GetString([.. bytes]);
    }

    [GeneratedRegex(@"https?://\S+", RegexOptions.NonBacktracking)]
    private static partial Regex Link();

    [GeneratedRegex(@"\b\d{3} \d{3}\b", RegexOptions.NonBacktracking)]
    private static partial Regex Code();
}
