using Deliberation.Web.Platform.Security.Throttling;

namespace Deliberation.Web.Features.Account;

/// <summary>How often one may try the door. A workshop of thirty shares one address: its members must all come in.</summary>
internal static class Limits
{
    public static readonly Limit RequestsFromOneSource = new("ask-source", 60, TimeSpan.FromMinutes(15));
    public static readonly Limit RequestsForOneAccount = new("ask-account", 5, TimeSpan.FromMinutes(15));

    /// <summary>Wrong codes for one request: five in a million.</summary>
    public static readonly Limit CodesForOneRequest = new("code-request", 5, TimeSpan.FromMinutes(20));
    public static readonly Limit CodesForOneAccount = new("code-account", 20, TimeSpan.FromDays(1));
    public static readonly Limit CodesFromOneSource = new("code-source", 30, TimeSpan.FromMinutes(15));

    public static readonly Limit LinksFromOneSource = new("link-source", 30, TimeSpan.FromMinutes(15));

    /// <summary>
    /// Wrong cards, of forty bits: with a thousand cards waiting, trying without rest for a year finds one with a
    /// chance of two in a hundred, yet one source cannot keep all the others out.
    /// </summary>
    public static readonly Limit CardsFromOneSource = new("card-source", 30, TimeSpan.FromMinutes(15));
    public static readonly Limit CardsInAll = new("card-all", 2_000, TimeSpan.FromHours(1));

    public static readonly Limit PasskeysFromOneSource = new("passkey-source", 60, TimeSpan.FromMinutes(15));
    public static readonly Limit AddressesForOneAccount = new("address-account", 5, TimeSpan.FromHours(1));

    /// <summary>For counts that are not kept per source or account.</summary>
    public const string Everyone = "";
}
