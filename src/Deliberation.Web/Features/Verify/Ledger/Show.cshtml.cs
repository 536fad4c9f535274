using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>One act of the register, with what was sealed and a check of its seal, made each time it is asked for.</summary>
[AllowAnonymous]
internal sealed class Show(DeliberationDb db, ActSentence sentences) : PageModel
{
    public LedgerEntry Entry { get; private set; } = null!; // set before the page is shown

    public string Sentence { get; private set; } = "";

    /// <summary>The seal computed again from what is kept, and the link to the entry before.</summary>
    public bool IsWhole { get; private set; }

    public bool HasNext { get; private set; }

    public async Task<IActionResult> OnGetAsync(long number, CancellationToken cancellationToken)
    {
        var around = await db.Set<LedgerEntry>()
            .AsNoTracking()
            .Where(entry => entry.Number >= number - 1 && entry.Number <= number + 1)
            .ToListAsync(cancellationToken);
        var entry = around.Find(entry => entry.Number == number);
        if (entry is null)
        {
            return NotFound();
        }

        Entry = entry;
        Sentence = await sentences.SayAsync(entry, cancellationToken);
        var before = around.Find(entry => entry.Number == number - 1)?.Hash ?? LedgerChain.Origin;
        IsWhole = LedgerChain.HashOf(entry) == entry.Hash && entry.PreviousHash == before;
        HasNext = around.Exists(entry => entry.Number == number + 1);
        return Page();
    }
}
