using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>Where someone who just came in goes: their page, by way of the offer of a passkey the first time.</summary>
internal sealed class Welcome(DeliberationDb db)
{
    private const string Offered = "passkey-offered";

    public async Task<string> PlaceAsync(
        Entrance entrance,
        bool isOwnDevice,
        CancellationToken cancellationToken
    )
    {
        var place = Door.PlaceToGo(entrance.ReturnTo);
        if (!isOwnDevice || await WasOfferedAsync(entrance.PersonId, cancellationToken))
        {
            return place;
        }

        db.Add(
            new IdentityUserClaim<Guid>
            {
                UserId = entrance.PersonId,
                ClaimType = Offered,
                ClaimValue = "",
            }
        );
        await db.SaveChangesAsync(cancellationToken);
        return $"/compte/cles?proposition=true&retour={Uri.EscapeDataString(place)}";
    }

    private async Task<bool> WasOfferedAsync(Guid person, CancellationToken cancellationToken) =>
        await db.Set<IdentityUserPasskey<Guid>>().AnyAsync(key => key.UserId == person, cancellationToken)
        || await db.Set<IdentityUserClaim<Guid>>()
            .AnyAsync(claim => claim.UserId == person && claim.ClaimType == Offered, cancellationToken);
}
