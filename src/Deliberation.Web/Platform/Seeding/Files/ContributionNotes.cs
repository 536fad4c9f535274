namespace Deliberation.Web.Platform.Seeding.Files;

internal sealed class FindingNote
{
    public required string Key { get; init; }

    public required string Figure { get; init; }

    public required string Statement { get; init; }

    public required string Question { get; init; }

    public required string Base { get; init; }

    public string? Population { get; init; }

    public string? Margin { get; init; }

    public required string Fieldwork { get; init; }

    public required string Method { get; init; }

    public required string Pollster { get; init; }

    public string? Theme { get; init; }

    /// <summary>Everything one must know before quoting the figure.</summary>
    public string HowMeasured =>
        $"« {Question} » Base : {Base}{(Population is null ? "" : $", {Population}")}. {Pollster}, {Fieldwork}, {Method}."
        + (Margin is null ? "" : $" Marge : {Margin}.");
}

internal sealed class ContributionNote
{
    public required string Key { get; init; }

    public required string Kind { get; init; }

    public required string Label { get; init; }

    public required string Text { get; init; }

    public int? Day { get; init; }

    public string? Author { get; init; }

    public string? Source { get; init; }

    public string? Interests { get; init; }

    public string? Theme { get; init; }
}

internal sealed class ReactionNote
{
    public int? PropositionNumber { get; init; }

    public required string Body { get; init; }

    public required string Function { get; init; }

    public required string Text { get; init; }

    public DateOnly On { get; init; }
}
