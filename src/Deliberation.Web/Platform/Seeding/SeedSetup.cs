using Deliberation.Web.Platform.Seeding.Files;

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
        if (await journal.WasDoneAsync($"finished:{asked}"))
        {
            return;
        }

        await journal.OpenAsync();
        Console.WriteLine(
            "Loading the documents and the worked example. This is done once, in about a minute."
        );
        await LoadAsync(journal, withDemo: asked == "demo");
        await journal.OnceAsync($"finished:{asked}", journal.Today, _ => Task.FromResult(Guid.Empty));
    }

    private static async Task LoadAsync(SeedJournal journal, bool withDemo)
    {
        var people = new LoadPeople(journal);
        var librarian = await people.EnrolLibrarianAsync();
        await people.AddBodiesAsync(SeedFiles.Read<BodiesFile>("reference/bodies.yaml").Bodies, librarian);

        var schedule = new SeedSchedule();
        await new LoadReference(journal, schedule, librarian).LoadAsync();
        if (withDemo)
        {
            await new LoadExample(journal, schedule, librarian).LoadAsync();
            new LoadFeedback(journal, schedule).Load();
        }

        await schedule.PlayAsync();
    }
}
