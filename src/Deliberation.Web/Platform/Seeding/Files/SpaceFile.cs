namespace Deliberation.Web.Platform.Seeding.Files;

/// <summary>A file that tells of one space; the parts it does not have stay empty.</summary>
internal sealed class SpaceFile
{
    public SourceNote? Source { get; init; }

    public List<SourceNote> Sources { get; init; } = [];

    public List<ThemeNote> Themes { get; init; } = [];

    public required SpaceNote Space { get; init; }

    public List<PersonaNote> Personas { get; init; } = [];

    public List<FindingNote> Findings { get; init; } = [];

    public List<ContributionNote> Contributions { get; init; } = [];

    public OpinionNote? Opinion { get; init; }

    public AnswersNote? Answers { get; init; }

    public List<ReactionNote> Reactions { get; init; } = [];

    public DraftNote? Draft { get; init; }

    public OpinionNote? EarlierOpinion { get; init; }

    public ChainNote? Chain { get; init; }

    /// <summary>Adopted and assembled, not published yet.</summary>
    public OpinionNote? AssembledOpinion { get; init; }
}

internal sealed class SourceNote
{
    public string? Key { get; init; }

    public required string Title { get; init; }

    public string? Publisher { get; init; }

    public string? Author { get; init; }

    public string? Year { get; init; }

    public string? In { get; init; }

    public DateOnly? Date { get; init; }

    public string? Note { get; init; }

    /// <summary>As one cites it: author, title, where, when.</summary>
    public string Citation =>
        string.Join(
            ", ",
            new[] { Author, Title, In, Publisher, Date?.ToString("dd/MM/yyyy") ?? Year }.OfType<string>()
        );
}

internal sealed record ThemeNote
{
    public required string Key { get; init; }

    public required string Fr { get; init; }

    public required string En { get; init; }
}

internal sealed class SpaceNote
{
    public required string Slug { get; init; }

    public required string Kind { get; init; }

    public required string Title { get; init; }

    public int Seats { get; init; }

    public string? Selection { get; init; }

    public required MandateNote Mandate { get; init; }

    public string? Summary { get; init; }

    public List<StepNote> Phases { get; init; } = [];

    public List<StepNote> Sessions { get; init; } = [];
}

internal sealed class MandateNote
{
    public required string Question { get; init; }

    public required string CommissionedBy { get; init; }

    public string? RunBy { get; init; }
}

/// <summary>A step or a session: dated by the calendar, or by days from the day of loading.</summary>
internal sealed class StepNote
{
    public required string Title { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; init; }

    public int? FromDay { get; init; }

    public int? ToDay { get; init; }

    /// <summary><c>day</c> unless the source is less precise: <c>month</c> or <c>year</c>.</summary>
    public string? Precision { get; init; }

    public string? Year { get; init; }

    public string? Place { get; init; }

    public List<string> Agenda { get; init; } = [];
}

internal sealed class PersonaNote
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public string? Role { get; init; }

    public string? InstanceRole { get; init; }

    public string? Body { get; init; }

    public string? About { get; init; }
}
