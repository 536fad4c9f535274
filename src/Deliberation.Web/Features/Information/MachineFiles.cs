using System.Globalization;
using System.Xml.Linq;
using Deliberation.Web.Features.Search;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Information;

/// <summary>What programs look for at fixed addresses: robots.txt, the site map, where to report a vulnerability.</summary>
internal static class MachineFiles
{
    /// <summary>A site map holds 50,000 addresses at most (https://www.sitemaps.org/protocol.html); ours fewer.</summary>
    internal const int AddressesPerMap = 10_000;

    private static readonly XNamespace Map = "http://www.sitemaps.org/schemas/sitemap/0.9";

    private static readonly string[] Pages =
    [
        "/",
        "/dispositifs",
        "/avis",
        "/suivi",
        "/suivi/sans-reponse",
        "/retours",
        "/registre",
        "/donnees",
        "/statistiques",
        "/aide",
        "/contact",
        "/accessibilite",
        "/mentions-legales",
        "/donnees-personnelles",
        "/cookies",
        "/plan-du-site",
    ];

    public static string Robots(PublicAddress site) =>
        string.Join(
            '\n',
            "User-agent: *",
            "Disallow: /bureau",
            "Disallow: /compte",
            "Disallow: /connexion",
            "Disallow: /invitation",
            "Disallow: /recherche",
            "Disallow: /retours/suivre/",
            $"Sitemap: {site.Of("/sitemap.xml")}",
            ""
        );

    /// <summary>RFC 9116. It never expires while the service runs: the date is always half a year ahead.</summary>
    public static string Security(PublicAddress site, IOptions<Brand> brand, TimeProvider clock)
    {
        var contact = brand.Value.Contact;
        var mail = contact.Length > 0 ? $"Contact: mailto:{contact}\n" : "";
        var expires = clock.GetUtcNow().UtcDateTime.Date.AddDays(180);
        return $"{mail}Contact: {site.Of("/contact")}\n"
            + $"Expires: {expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}\n"
            + $"Preferred-Languages: fr, en\nCanonical: {site.Of("/.well-known/security.txt")}\n";
    }

    /// <summary>Every address when one file holds them, else the list of the files that do.</summary>
    public static async Task<IResult> SiteMapAsync(
        DeliberationDb db,
        PublicAddress site,
        CancellationToken token
    )
    {
        var count = await db.Set<SearchEntry>().CountAsync(token);
        if (count <= AddressesPerMap)
        {
            return await PartAsync(1, db, site, token);
        }

        var parts = (count + AddressesPerMap - 1) / AddressesPerMap;
        return Xml(
            new XElement(
                Map + "sitemapindex",
                Enumerable
                    .Range(1, parts)
                    .Select(part => new XElement(
                        Map + "sitemap",
                        new XElement(Map + "loc", site.Of($"/sitemap/{part}.xml"))
                    ))
            )
        );
    }

    public static async Task<IResult> PartAsync(
        int part,
        DeliberationDb db,
        PublicAddress site,
        CancellationToken token
    )
    {
        var entries = await db.Set<SearchEntry>()
            .OrderBy(entry => entry.Id)
            .Skip((Math.Clamp(part, 1, 100_000) - 1) * AddressesPerMap)
            .Take(AddressesPerMap)
            .Select(entry => new { entry.Address, entry.At })
            .ToListAsync(token);
        var pages = part == 1 ? Pages.Select(page => Address(site, page, changed: null)) : [];
        return entries.Count == 0 && part != 1
            ? Results.NotFound()
            : Xml(
                new XElement(
                    Map + "urlset",
                    pages.Concat(entries.Select(entry => Address(site, entry.Address, entry.At)))
                )
            );
    }

    private static XElement Address(PublicAddress site, string path, DateTimeOffset? changed) =>
        new(
            Map + "url",
            new XElement(Map + "loc", site.Of(path)),
            changed is { } at
                ? new XElement(Map + "lastmod", at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
                : null
        );

    private static IResult Xml(XElement root) =>
        Results.Text($"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{root}", "application/xml; charset=utf-8");
}
