using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Deliberation.Web.Features.Respond.Following;

/// <summary>The last part of the address by which a subscription is confirmed or ended: whoever has the letter has it.</summary>
internal sealed class SubscriptionSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("subscription");

    public string Of(Guid id) => seal.Protect(id.ToString("N"));

    /// <summary>Null when it is not ours.</summary>
    public Guid? Read(string token)
    {
        try
        {
            return Guid.TryParse(seal.Unprotect(token), out var id) ? id : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
