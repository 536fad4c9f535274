using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Web.Platform.Seeding.Files;
using Add = Deliberation.Web.Features.Deliberate.Contributions.Add;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Loads notes, hearings, figures and first reactions; known afterwards as <c>contribution:key</c>.</summary>
internal sealed class LoadContributions(SeedJournal journal, SeedSchedule schedule, Guid by)
{
    public void Load(SpaceFile file, DateTimeOffset at)
    {
        foreach (var note in file.Contributions)
        {
            Schedule(note.Key, note.Day is { } day ? journal.Day(day) : at, Noted(file, note));
        }

        foreach (var finding in file.Findings)
        {
            Schedule(finding.Key, at, Found(file, finding));
        }

        foreach (var (index, reaction) in file.Reactions.Index())
        {
            Schedule(
                $"reaction:{file.Space.Slug}:{index}",
                SeedJournal.Noon(reaction.On),
                Reacted(file, reaction)
            );
        }
    }

    private void Schedule(string key, DateTimeOffset at, Add.Command command) =>
        schedule.At(at, () => journal.SendAsync($"contribution:{key}", at, command));

    private Add.Command Noted(SpaceFile file, ContributionNote note)
    {
        var kind = Enum.Parse<ContributionKind>(note.Kind);
        return new Add.Command(
            file.Space.Slug,
            kind,
            note.Text,
            new Provenance(note.Label, Cite(file, note)),
            by
        )
        {
            Theme = note.Theme,
            IsPublic = kind != ContributionKind.MemberNote,
        };
    }

    private Add.Command Found(SpaceFile file, FindingNote finding)
    {
        var provenance = new Provenance(finding.Pollster, file.Source?.Citation, finding.HowMeasured);
        return new Add.Command(
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
    }

    private Add.Command Reacted(SpaceFile file, ReactionNote reaction)
    {
        var about = reaction.PropositionNumber is { } number ? $", sur la proposition {number}" : "";
        var provenance = new Provenance(
            $"{reaction.Function} ({reaction.Body}){about}",
            file.Source?.Citation
        );
        return new Add.Command(file.Space.Slug, ContributionKind.Hearing, reaction.Text, provenance, by)
        {
            IsPublic = true,
        };
    }

    private static string? Cite(SpaceFile file, ContributionNote note) =>
        note.Interests is { } interests ? $"Intérêts déclarés : {interests}"
        : note.Source is null ? file.Source?.Citation
        : file.Sources.FirstOrDefault(source => source.Key == note.Source)?.Citation ?? note.Source;
}
