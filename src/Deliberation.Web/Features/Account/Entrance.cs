using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Who may come in now, and where they were going.</summary>
internal sealed record Entrance(Guid PersonId, string? ReturnTo)
{
    /// <summary>Uses the request up. Of two tries at the same instant, one comes in; nobody comes in for nobody.</summary>
    public static async Task<Entrance?> OpenAsync(
        DeliberationDb db,
        SignInRequest asked,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        var used = await db.InOneTransactionAsync(
            () =>
                db.Set<SignInRequest>()
                    .Where(row => row.Id == asked.Id && row.UsedAt == null && row.PersonId != null)
                    .ExecuteUpdateAsync(row => row.SetProperty(r => r.UsedAt, now), cancellationToken),
            cancellationToken
        );
        return used == 1 && asked.PersonId is { } person ? new Entrance(person, asked.ReturnTo) : null;
    }
}
