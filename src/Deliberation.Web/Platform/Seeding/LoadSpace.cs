using System.Globalization;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using Add = Deliberation.Web.Features.Deliberate.Contributions.Add;
using Open = Deliberation.Web.Features.Assemble.Spaces.Open;
using Plan = Deliberation.Web.Features.Deliberate.Sessions.Plan;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Opens a space as its file tells it: mandate, calendar, sessions, raw material.</summary>
internal sealed class LoadSpace(SeedJournal journal, Guid by)
{
    private static readonly CultureInfo French = CultureInfo.GetCultureInfo("fr-FR");

    public async Task<Guid> LoadAsync(SpaceFile file, DateTimeOffset at)
    {
        await LoadThemesAsync(file.Themes, at);
        var space = file.Space;
        var id = await journal.SendAsync(
            $"space:{space.Slug}",
            at,
            new Open.Command(
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
            }
        );
        await LoadSessionsAsync(space, at);
        return id;
    }

    /// <summary>Loads notes and figures; they are known afterwards as <c>contribution:key</c>.</summary>
    public async Task LoadContributionsAsync(SpaceFile file, DateTimeOffset at)
    {
        foreach (var note in file.Contributions)
        {
            var provenance = new Provenance(note.Label, Cite(file, note));
            var command = new Add.Command(
                file.Space.Slug,
                Enum.Parse<ContributionKind>(note.Kind),
                note.Text,
                provenance,
                by
            )
            {
                Theme = note.Theme,
                IsPublic = note.Kind != nameof(ContributionKind.MemberNote),
            };
            await journal.SendAsync(
                $"contribution:{note.Key}",
                note.Day is { } day ? journal.Day(day) : at,
                command
            );
        }

        foreach (var finding in file.Findings)
        {
            var provenance = new Provenance(finding.Pollster, file.Source?.Citation, finding.HowMeasured);
            var command = new Add.Command(
                file.Space.Slug,
                ContributionKind.SurveyFigure,
                finding.Statement,
                provenance,
                by
            )
            {
                Figure = finding.Figure,
                Theme = finding.Theme,
                IsPublic = true,
            };
            await journal.SendAsync($"contribution:{finding.Key}", at, command);
        }
    }

    private static string? Cite(SpaceFile file, ContributionNote note) =>
        note.Interests is { } interests ? $"Intérêts déclarés : {interests}"
        : note.Source is null ? file.Source?.Citation
        : file.Sources.FirstOrDefault(source => source.Key == note.Source)?.Citation ?? note.Source;

    private async Task LoadThemesAsync(IReadOnlyList<ThemeNote> themes, DateTimeOffset at)
    {
        foreach (var theme in themes)
        {
            await journal.OnceAsync(
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
        }
    }

    private async Task LoadSessionsAsync(SpaceNote space, DateTimeOffset at)
    {
        foreach (var (index, session) in space.Sessions.Index())
        {
            var from = session.From ?? DateOnly.FromDateTime(journal.Day(session.FromDay ?? 0).Date);
            var to =
                session.To
                ?? (session.ToDay is { } day ? DateOnly.FromDateTime(journal.Day(day).Date) : from);
            var command = new Plan.Command(
                space.Slug,
                session.Title,
                from,
                to,
                session.Place,
                session.Agenda
            );
            await journal.SendAsync($"session:{space.Slug}:{index}", at, command);
        }
    }

    /// <summary>A date that the source gives by month or year only becomes words, not a day.</summary>
    private Open.Step Step(StepNote step)
    {
        var from =
            step.From ?? (step.FromDay is { } first ? DateOnly.FromDateTime(journal.Day(first).Date) : null);
        var to = step.To ?? (step.ToDay is { } last ? DateOnly.FromDateTime(journal.Day(last).Date) : null);
        return step.Precision switch
        {
            "year" when from is { } start && to is { } end => new Open.Step(
                start.Year == end.Year
                    ? $"{step.Title} ({start.Year})"
                    : $"{step.Title} ({start.Year}–{end.Year})",
                null,
                null
            ),
            "month" when from is { } start && to is { } end => new Open.Step(
                start.Month == end.Month
                    ? $"{step.Title} ({start.ToString("MMMM yyyy", French)})"
                    : $"{step.Title} ({start.ToString("MMMM", French)}–{end.ToString("MMMM yyyy", French)})",
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
}
