using System.Globalization;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using Open = Deliberation.Web.Features.Assemble.Spaces.Open;
using Plan = Deliberation.Web.Features.Deliberate.Sessions.Plan;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Opens a space as its file tells it: mandate, calendar, sessions, themes.</summary>
internal sealed class LoadSpace(SeedJournal journal, SeedSchedule schedule, Guid by)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public void Load(SpaceFile file, DateTimeOffset at)
    {
        foreach (var theme in file.Themes)
        {
            schedule.At(at, () => AddThemeAsync(theme, at));
        }

        schedule.At(at, () => journal.SendAsync($"space:{file.Space.Slug}", at, Opening(file)));
        foreach (var (index, session) in file.Space.Sessions.Index())
        {
            var key = $"session:{file.Space.Slug}:{index}";
            schedule.At(at, () => journal.SendAsync(key, at, Planning(file.Space.Slug, session)));
        }
    }

    private Open.Command Opening(SpaceFile file)
    {
        var space = file.Space;
        return new Open.Command(
            by,
            space.Slug,
            Enum.Parse<SpaceKind>(space.Kind),
            space.Title,
            space.Mandate.Question.Trim(),
            space.Mandate.CommissionedBy,
            space.Mandate.RunBy ?? "Notre source ne le dit pas"
        )
        {
            Summary = space.Summary,
            Selection = space.Selection,
            Seats = space.Seats,
            Source = file.Source is { } source ? $"{source.Citation}. {source.Note}" : null,
            Calendar = [.. space.Phases.Select(Step)],
        };
    }

    private Task AddThemeAsync(ThemeNote theme, DateTimeOffset at) =>
        journal.OnceAsync(
            $"theme:{theme.Key}",
            at,
            async services =>
            {
                var db = services.GetRequiredService<DeliberationDb>();
                db.Add(new Theme(theme.Key, theme.Fr, theme.En));
                await db.SaveChangesAsync();
                return Guid.Empty;
            }
        );

    private Plan.Command Planning(string slug, StepNote session)
    {
        var from = session.From ?? journal.Date(session.FromDay ?? 0);
        var to = session.To ?? (session.ToDay is { } day ? journal.Date(day) : from);
        return new Plan.Command(slug, session.Title, from, to, session.Place, session.Agenda);
    }

    /// <summary>A date that the source gives by month or year only becomes words, not a day.</summary>
    private Open.Step Step(StepNote step)
    {
        var from = step.From ?? (step.FromDay is { } first ? journal.Date(first) : null);
        var to = step.To ?? (step.ToDay is { } last ? journal.Date(last) : null);
        return step.Precision switch
        {
            "year" or "month" when from is { } start && to is { } end => new Open.Step(
                $"{step.Title} ({Between(start, end, step.Precision)})",
                null,
                null
            ),
            _ when from is null && step.Year is { } year => new Open.Step(
                $"{step.Title} ({year})",
                null,
                null
            ),
            _ => new Open.Step(step.Title, from, to),
        };
    }

    private static string Between(DateOnly start, DateOnly end, string precision) =>
        (precision, start.Year == end.Year, start.Month == end.Month) switch
        {
            ("year", true, _) => $"{start.Year}",
            ("year", false, _) => $"{start.Year}–{end.Year}",
            (_, true, true) => start.ToString("MMMM yyyy", French),
            _ => $"{start.ToString("MMMM", French)}–{end.ToString("MMMM yyyy", French)}",
        };
}
