namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>What anyone may do with the data: reuse them, saying where they come from.</summary>
internal static class OpenLicence
{
    public const string Name = "etalab-2.0";

    public const string Address = "https://www.etalab.gouv.fr/licence-ouverte-open-licence/";
}
