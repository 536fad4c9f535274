using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Account;

/// <summary>The file of everything kept about the person who asks.</summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class MyData(IEnumerable<IPersonalData> parts) : PageModel
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var file = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach (var part in parts)
        {
            file[part.Key] = await part.OfAsync(User.PersonId(), cancellationToken);
        }

        return File(
            JsonSerializer.SerializeToUtf8Bytes(file, Readable),
            "application/json",
            "mes-donnees.json"
        );
    }
}
