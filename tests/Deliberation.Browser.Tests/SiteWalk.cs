using System.Collections.Concurrent;
using AngleSharp.Html.Parser;
using Deliberation.Testing;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests;

/// <summary>One page that was seen on a phone: by whom, where, and what was wrong with it.</summary>
internal sealed record SeenPage(
    string Persona,
    string Address,
    string Pattern,
    IReadOnlyList<string> Barriers,
    int Titles,
    bool FitsAPhone
);

/// <summary>
/// Walks the service as each persona does, from link to link, one address of each kind, until no new kind of page is
/// left. Each page is measured once on a phone of 375 px, then narrowed to 320 px.
/// </summary>
public sealed class SiteWalk(LivingCommittee committee) : IAsyncLifetime
{
    private static readonly (string Persona, string[] Starts)[] Walkers =
    [
        (
            "",
            [
                "/",
                "/nulle-part",
                "/demo",
                "/recherche?q=carnet",
                "/statistiques",
                "/retours/suivre",
                "/invitation",
            ]
        ),
        ("Samira", ["/compte"]),
        ("Margaux", ["/dispositifs/comite-demo", "/style"]),
        ("Claire", ["/bureau"]),
        ("Béatrice", ["/bureau", "/bureau/suivi/ensemble?p=AC-2026-01-P8&p=AC-2026-01-P3"]),
        ("Karim", ["/bureau", "/bureau/suivi?vue=ARelire", "/bureau/suivi?vue=ASigner"]),
        ("Léa", ["/bureau"]),
        ("Yann", ["/bureau"]),
    ];

    private const int WalkersAtOnce = 3;

    private readonly ConcurrentDictionary<string, byte> kinds = new(StringComparer.Ordinal);

    internal ConcurrentQueue<SeenPage> Seen { get; } = new();

    public Task InitializeAsync() =>
        Parallel.ForEachAsync(
            Walkers,
            new ParallelOptions { MaxDegreeOfParallelism = WalkersAtOnce },
            async (walker, _) => await WalkAsync(walker.Persona, walker.Starts)
        );

    public Task DisposeAsync() => Task.CompletedTask;

    private static async Task PrepareABallotAsync(IPage claire)
    {
        await claire.GotoAsync("/dispositifs/comite-demo/scrutins");
        await claire
            .GetByRole(AriaRole.Link, new() { NameRegex = new("^Préparer le scrutin") })
            .First.ClickAsync();
        await claire.GetByLabel("Majorité simple").CheckAsync();
        await claire.PressAsync("Préparer le scrutin");
    }

    private async Task WalkAsync(string persona, string[] starts)
    {
        var page =
            persona.Length == 0
                ? await committee.Chromium.OpenAsync(committee.Address, width: 375)
                : await committee.EnterAsAsync(persona, width: 375);
        if (persona == "Claire")
        {
            await PrepareABallotAsync(page);
        }

        await WalkAsync(page, persona, starts);
        await page.Context.CloseAsync();
    }

    private async Task WalkAsync(IPage page, string persona, IReadOnlyCollection<string> starts)
    {
        var ahead = new Queue<string>(starts);
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);
        while (ahead.TryDequeue(out var address))
        {
            if (Routes.Of(address) is not { } pattern || !read.Add(address) || IsEnough(found, pattern))
            {
                continue;
            }

            var answer = await page.Context.APIRequest.GetAsync(address);
            if (
                !answer
                    .Headers.GetValueOrDefault("content-type", "")
                    .Contains("html", StringComparison.Ordinal)
            )
            {
                continue;
            }

            if (kinds.TryAdd(pattern, 0) || starts.Contains(address))
            {
                await page.GotoAsync(address);
                Seen.Enqueue(await MeasureAsync(page, persona, address, pattern));
            }

            foreach (var link in LinksOf(await answer.TextAsync()))
            {
                ahead.Enqueue(link);
            }
        }
    }

    /// <summary>A few addresses of each kind lead to all others: an open vote leads where a closed one does not.</summary>
    private static bool IsEnough(Dictionary<string, int> found, string pattern)
    {
        found[pattern] = found.GetValueOrDefault(pattern) + 1;
        return found[pattern] > 3;
    }

    private static async Task<SeenPage> MeasureAsync(
        IPage page,
        string persona,
        string address,
        string pattern
    )
    {
        var barriers = await page.BarriersAsync();
        var titles = await page.Locator("h1").CountAsync();
        await page.SetViewportSizeAsync(320, 640);
        var fits = await page.EvaluateAsync<bool>(
            "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        );
        await page.SetViewportSizeAsync(375, 740);
        return new SeenPage(persona, address, pattern, barriers, titles, fits);
    }

    private static IEnumerable<string> LinksOf(string html) =>
        new HtmlParser()
            .ParseDocument(html)
            .QuerySelectorAll("a[href^='/']:not([download])")
            .Select(link => link.GetAttribute("href")!.Split('#')[0]) // the selector asks for it
            .Where(link => !link.StartsWith("/deconnexion", StringComparison.Ordinal));
}
