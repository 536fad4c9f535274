using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Throttling;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>
/// Finds the open invitation a link or a typed code leads to. Codes are short, so wrong ones are counted, per source
/// and in all; links are too long to be guessed.
/// </summary>
internal sealed class InvitationSearch(
    DeliberationDb db,
    Throttle throttle,
    Secrets secrets,
    TimeProvider clock
)
{
    /// <returns>The invitation, or how long to wait, or neither: unknown, used, revoked and expired look alike.</returns>
    public async Task<(Offer? Offer, TimeSpan? Wait)> FindAsync(
        string? key,
        string source,
        CancellationToken cancellationToken
    )
    {
        if (CardCode.Read(key) is null)
        {
            return (await FindAsync(key, cancellationToken), null);
        }

        var wait =
            await throttle.TakeAsync(Limits.CardsFromOneSource, source, cancellationToken)
            ?? await throttle.TakeAsync(Limits.CardsInAll, Limits.Everyone, cancellationToken);
        if (wait is not null)
        {
            return (null, wait);
        }

        var offer = await FindAsync(key, cancellationToken);
        if (offer is not null)
        {
            await throttle.GiveBackAsync(Limits.CardsFromOneSource, source, cancellationToken);
            await throttle.GiveBackAsync(Limits.CardsInAll, Limits.Everyone, cancellationToken);
        }

        return (offer, null);
    }

    public string HashOf(string? key) =>
        secrets.OfInvitation(CardCode.Read(key) is { } code ? code.Value : key ?? "");

    private async Task<Offer?> FindAsync(string? key, CancellationToken cancellationToken)
    {
        var hash = HashOf(key);
        var now = clock.GetUtcNow();
        return await (
            from row in db.Set<InvitationKey>()
            join invitation in db.Set<Invitation>() on row.InvitationId equals invitation.Id
            join space in db.Set<Space>() on invitation.SpaceId equals space.Id
            where
                row.Hash == hash
                && invitation.AcceptedAt == null
                && invitation.RevokedAt == null
                && invitation.ExpiresAt > now
            select new Offer(
                space.Slug,
                space.Title,
                space.Mandate.Question,
                invitation.Role,
                invitation.ReturningPersonId != null
            )
        ).FirstOrDefaultAsync(cancellationToken);
    }
}

/// <summary>What an invitation offers, to whoever holds it.</summary>
internal sealed record Offer(string Slug, string Title, string Question, SpaceRole Role, bool IsReturn);
