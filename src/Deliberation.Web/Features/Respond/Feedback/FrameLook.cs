using System.Globalization;
using System.Security.Cryptography;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Http.Extensions;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// What the site around a framed form may choose, read from the address: a colour, a radius, a language, and its own
/// origin to be told heights. Values, never style: each is checked, and a wrong one refuses the whole.
/// </summary>
internal sealed record FrameLook
{
    public const string ColourKey = "couleur";
    public const string RadiusKey = "rayon";
    public const string HostKey = "origine";
    public const int WidestRadius = 24;

    private const string LanguageKey = LocalizationSetup.QueryKey;

    /// <summary>As <c>#0e5a50</c>; null for ours.</summary>
    public string? Colour { get; private init; }

    /// <summary>In CSS pixels; null for ours.</summary>
    public int? Radius { get; private init; }

    public string? Language { get; private init; }

    /// <summary>The only origin that is told anything; null when it did not say which it is.</summary>
    public string? Host { get; private init; }

    /// <summary>The choices that cannot be followed, by their key.</summary>
    public IReadOnlyList<string> Refused { get; private init; } = [];

    /// <summary>The nonce of the one style element that says these choices.</summary>
    public string Nonce { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>The look of this visit; null outside a frame.</summary>
    public static FrameLook? Of(HttpContext context) => context.Features.Get<FrameLook>();

    public static FrameLook Read(IQueryCollection query, FrameHosts hosts)
    {
        string? Asked(string key) => query.TryGetValue(key, out var value) ? value.ToString() : null;
        var (colour, radius) = (Asked(ColourKey), Asked(RadiusKey));
        var (language, host) = (Asked(LanguageKey), Asked(HostKey));
        var isRadius = int.TryParse(radius, NumberStyles.None, CultureInfo.InvariantCulture, out var pixels);
        (string Key, bool IsRefused)[] choices =
        [
            (ColourKey, colour is not null && !(IsColour(colour) && Contrast.IsReadable(colour))),
            (RadiusKey, radius is not null && !(isRadius && pixels <= WidestRadius)),
            (LanguageKey, language is not null && !LocalizationSetup.Languages.Contains(language)),
            (HostKey, host is not null && !hosts.Include(host)),
        ];
        return new()
        {
            Colour = colour is null ? null : $"#{Digits(colour).ToLowerInvariant()}",
            Radius = isRadius ? pixels : null,
            Language = language,
            Host = host,
            Refused = [.. choices.Where(choice => choice.IsRefused).Select(choice => choice.Key)],
        };
    }

    /// <summary>The same choices on another address of the frame.</summary>
    public string On(string path, string? receipt = null)
    {
        var query = new QueryBuilder();
        (string Key, string? Value)[] all =
        [
            ("recu", receipt),
            (ColourKey, Colour is null ? null : Digits(Colour)),
            (RadiusKey, Radius?.ToString(CultureInfo.InvariantCulture)),
            (LanguageKey, Language),
            (HostKey, Host),
        ];
        foreach (var (key, value) in all)
        {
            if (value is not null)
            {
                query.Add(key, value);
            }
        }

        return $"{path}{query}";
    }

    private static bool IsColour(string written) =>
        Digits(written) is { Length: 6 } digits && digits.All(char.IsAsciiHexDigit);

    private static string Digits(string colour) => colour.StartsWith('#') ? colour[1..] : colour;
}
