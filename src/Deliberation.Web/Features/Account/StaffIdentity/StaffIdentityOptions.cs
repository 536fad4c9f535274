using Microsoft.AspNetCore.Authentication.OAuth;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;

namespace Deliberation.Web.Features.Account.StaffIdentity;

internal sealed class StaffIdentityOptions : OAuthOptions
{
    public StaffIdentitySettings Provider { get; set; } = new();

    /// <summary>What the provider publishes of itself, kept and read again by itself when keys change.</summary>
    public ConfigurationManager<OpenIdConnectConfiguration> Discovery { get; set; } = null!; // set once configured
}

/// <summary>The provider, or who pretends to be it, said something that is not believed.</summary>
internal sealed class StaffIdentityRefused(string why, Exception? cause = null) : Exception(why, cause);
