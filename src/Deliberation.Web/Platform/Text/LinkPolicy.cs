namespace Deliberation.Web.Platform.Text;

/// <summary>Where a published text may lead: the web, a mailbox, a telephone, or a place in the same text.</summary>
internal static class LinkPolicy
{
    private const int Longest = 2_000;

    public static bool Allows(string? address)
    {
        if (address is not { Length: > 0 and <= Longest } || address.Any(IsTreacherous))
        {
            return false;
        }
        return address[0] == '#' || IsTelephone(address) || IsMailbox(address) || IsWeb(address);
    }

    public static bool IsWeb(string address) =>
        (Starts(address, "https://") || Starts(address, "http://"))
        && Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && uri.Host.Length > 0
        && uri.UserInfo.Length == 0; // https://gouv.fr@elsewhere shows one host and opens another

    private static bool IsTelephone(string address) =>
        Starts(address, "tel:")
        && address.Length > 4
        && address.AsSpan(4).IndexOfAnyExcept("+0123456789.-()") < 0;

    private static bool IsMailbox(string address) => Starts(address, "mailto:") && address.IndexOf('@') > 7;

    // Browsers drop or reorder these while reading an address, so it would not be the one we checked.
    private static bool IsTreacherous(char c) =>
        char.IsControl(c)
        || char.IsWhiteSpace(c)
        || char.GetUnicodeCategory(c) == System.Globalization.UnicodeCategory.Format
        || c is '\\' or '\uFFFD'
        || char.IsSurrogate(c);

    private static bool Starts(string address, string scheme) =>
        address.StartsWith(scheme, StringComparison.OrdinalIgnoreCase);
}
