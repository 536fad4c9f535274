namespace Deliberation.Web.Platform.Security;

/// <summary>
/// The sites that may show our feedback form in a frame: the setting <c>Feedback:WidgetOrigins</c>, parted by
/// semicolons. None by default. No wildcard: a forgotten subdomain would be a host too.
/// </summary>
internal sealed class FrameHosts
{
    public const string Setting = "Feedback:WidgetOrigins";

    private readonly HashSet<string> origins;

    /// <exception cref="InvalidOperationException">One of them is no origin: the service does not start.</exception>
    public FrameHosts(IConfiguration configuration)
    {
        var written = (configuration[Setting] ?? "").Split(
            ';',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        origins = [.. written.Select(Read)];
        Ancestors = origins.Count == 0 ? "'none'" : string.Join(' ', origins.Order(StringComparer.Ordinal));
    }

    /// <summary>As the policy of a framable page says it.</summary>
    public string Ancestors { get; }

    public bool Include(string origin) => origins.Contains(origin);

    private static string Read(string written) =>
        Uri.TryCreate(written, UriKind.Absolute, out var address)
        && (
            address.Scheme == Uri.UriSchemeHttps
            || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
        )
        && address.GetLeftPart(UriPartial.Authority) == written
        && address.UserInfo.Length == 0
            ? written
            : throw new InvalidOperationException(
                $"{Setting}: “{written}” is no origin such as https://www.example.org, in small letters and without a path."
            );
}
