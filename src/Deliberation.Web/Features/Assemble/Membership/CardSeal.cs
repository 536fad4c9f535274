using Deliberation.Domain.Assemble.Membership;
using Microsoft.AspNetCore.DataProtection;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>Seals a card's code, so that a card can be printed again without the database holding its code.</summary>
internal sealed class CardSeal(IDataProtectionProvider protection)
{
    private readonly IDataProtector seal = protection.CreateProtector("invitation-card");

    public string Close(CardCode code) => seal.Protect(code.Value);

    /// <exception cref="InvalidOperationException">What was sealed is no code.</exception>
    public CardCode Open(string sealedCode) =>
        CardCode.Read(seal.Unprotect(sealedCode))
        ?? throw new InvalidOperationException("A sealed card holds no code.");
}
