using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>Every public act, the latest first, each with its seal.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Index(DeliberationDb db, ActSentence sentences) : PageModel
{
    private const int PageSize = 50;

    [FromQuery(Name = "genre")]
    public string? Kind { get; set; }

    [FromQuery(Name = "objet")]
    public string? Subject { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public int Pages { get; private set; } = 1;

    public int Total { get; private set; }

    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var entries = db.Set<LedgerEntry>().AsNoTracking();
        entries = string.IsNullOrWhiteSpace(Kind) ? entries : entries.Where(entry => entry.Kind == Kind);
        entries = string.IsNullOrWhiteSpace(Subject)
            ? entries
            : entries.Where(entry => entry.Subject == Subject);
        Total = await entries.CountAsync(cancellationToken);
        Pages = Math.Max(1, (Total + PageSize - 1) / PageSize);
        Number = Math.Clamp(Number, 1, Pages);
        var found = await entries
            .OrderByDescending(entry => entry.Number)
            .Skip((Number - 1) * PageSize)
            .Take(PageSize)
            .ToListAsync(cancellationToken);
        var lines = new List<Line>();
        foreach (var entry in found)
        {
            lines.Add(new Line(entry, await sentences.SayAsync(entry, cancellationToken)));
        }

        Lines = lines;
    }

    internal sealed record Line(LedgerEntry Entry, string Sentence);
}
