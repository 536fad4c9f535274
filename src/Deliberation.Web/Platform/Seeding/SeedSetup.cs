using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Seeding.Files;
using AddBody = Deliberation.Web.Features.Respond.Tracking.AddBody;
using Appoint = Deliberation.Web.Features.Assemble.Membership.Appoint;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Loads, once, what the setting <c>Seed</c> asks for: <c>none</c>, <c>reference</c> or <c>demo</c> (both).</summary>
internal static class SeedSetup
{
    public static async Task SeedAsync(this WebApplication app)
    {
        var asked = app.Configuration["Seed"] ?? (app.Environment.IsDevelopment() ? "demo" : "none");
        if (asked == "none")
        {
            return;
        }

        var journal = ActivatorUtilities.CreateInstance<SeedJournal>(app.Services);
        await journal.OpenAsync();
        if (journal.IsDone($"finished:{asked}"))
        {
            return;
        }

        Console.WriteLine("Loading the documents and the worked example (once, less than a minute)…");
        await LoadAsync(journal, withDemo: asked == "demo");
        await journal.OnceAsync($"finished:{asked}", journal.Today, _ => Task.FromResult(Guid.Empty));
    }

    private static async Task LoadAsync(SeedJournal journal, bool withDemo)
    {
        var beginning = new DateTimeOffset(2019, 1, 1, 9, 0, 0, TimeSpan.Zero);
        var librarian = await journal.SendAsync(
            "person:reprise",
            beginning,
            new Enrol.Command(Guid.Empty, "Reprise documentaire", Email: null, IsFictional: true)
        );
        foreach (var body in SeedFiles.Read<BodiesFile>("reference/bodies.yaml").Bodies)
        {
            await journal.SendAsync(
                $"body:{body.Key}",
                beginning,
                new AddBody.Command(librarian, body.Key, body.Name, IsFictional: !body.Real)
            );
        }

        await LoadReferenceAsync(journal, librarian);
    }

    private static async Task LoadReferenceAsync(SeedJournal journal, Guid librarian)
    {
        var spaces = new LoadSpace(journal, librarian);
        (string Path, DateOnly On)[] files =
        [
            ("reference/comite-citoyen-2021.yaml", new(2021, 10, 8)),
            ("reference/ateliers-2019-2020.yaml", new(2020, 7, 31)),
            ("reference/convention-2025.yaml", new(2025, 5, 15)),
            ("reference/assises.yaml", new(2022, 2, 1)),
        ];
        foreach (var (path, on) in files)
        {
            var file = SeedFiles.Read<SpaceFile>(path);
            await spaces.LoadAsync(file, SeedJournal.Noon(on));
            await spaces.LoadContributionsAsync(file, SeedJournal.Noon(on));
        }
    }
}
