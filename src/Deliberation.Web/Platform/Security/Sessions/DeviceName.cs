namespace Deliberation.Web.Platform.Security.Sessions;

/// <summary>The browser and the system in words one recognises in a list; never the whole header, which identifies.</summary>
internal static class DeviceName
{
    /// <summary>Order matters: each browser also names those it descends from.</summary>
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("Firefox/", "Firefox"),
        ("Edg/", "Edge"),
        ("OPR/", "Opera"),
        ("SamsungBrowser/", "Samsung Internet"),
        ("Chrome/", "Chrome"),
        ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("Android", "Android"),
        ("iPhone", "iPhone"),
        ("iPad", "iPad"),
        ("Windows", "Windows"),
        ("Mac OS", "Mac"),
        ("Linux", "Linux"),
    ];

    /// <summary>« Firefox, Android »; empty when neither is known.</summary>
    public static string Of(string userAgent) =>
        string.Join(
            ", ",
            new[] { Find(Browsers, userAgent), Find(Systems, userAgent) }.Where(name => name.Length > 0)
        );

    private static string Find((string Mark, string Name)[] known, string userAgent) =>
        known.FirstOrDefault(pair => userAgent.Contains(pair.Mark, StringComparison.Ordinal)).Name ?? "";
}
