namespace Deliberation.Web.Features.Account.StaffIdentity;

/// <summary>
/// The provider that vouches for staff, by OpenID Connect (https://openid.net/specs/openid-connect-core-1_0.html); made
/// for ProConnect, and for any provider that publishes a discovery document. Without an authority there is none.
/// </summary>
internal sealed class StaffIdentitySettings
{
    public const string Section = "StaffIdentity";

    /// <summary>The issuer: its discovery document is at <c>{Authority}/.well-known/openid-configuration</c>.</summary>
    public string Authority { get; set; } = "";

    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>As staff know it.</summary>
    public string Name { get; set; } = "ProConnect";

    public string Scopes { get; set; } = "openid email";

    /// <summary>Levels asked for, parted by spaces; empty asks for none.</summary>
    public string AcrValues { get; set; } = "";

    /// <summary>Levels that mean two factors, parted by spaces. <c>amr</c> with <c>mfa</c> (RFC 8176) means it too.</summary>
    public string TwoFactorAcr { get; set; } =
        "eidas2 eidas3 https://proconnect.gouv.fr/assurance/self-asserted-2fa "
        + "https://proconnect.gouv.fr/assurance/consistency-checked-2fa";

    /// <summary>For a provider that checks each address and does not say so in <c>email_verified</c>.</summary>
    public bool EmailIsVerified { get; set; }

    public bool IsSet => Authority.Length > 0;

    public string Issuer => Authority.TrimEnd('/');

    /// <summary>Plain http only with a provider on the same machine.</summary>
    public bool NeedsHttps => !new Uri(Authority).IsLoopback;

    public bool MeansTwoFactors(string acr) => TwoFactorAcr.Split(' ').Contains(acr, StringComparer.Ordinal);
}
