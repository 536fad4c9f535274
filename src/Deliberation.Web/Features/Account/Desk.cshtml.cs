using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Account;

/// <summary>The desk of those who run things: one card for each kind of work their roles give them.</summary>
[Authorize(Policy = Policies.Desk)]
internal sealed class Desk(IEnumerable<IDeskEntry> entries) : PageModel
{
    public IReadOnlyList<DeskCard> Cards { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var cards = new List<DeskCard>();
        foreach (var entry in entries)
        {
            cards.AddRange(await entry.CardsAsync(User.PersonId(), cancellationToken));
        }

        Cards = cards;
    }
}
