namespace Deliberation.Web.Platform.Seeding.Files;

/// <summary>A body that has its answers read and signed, with what it is preparing.</summary>
internal sealed class ChainNote
{
    public required string Body { get; init; }

    public int Day { get; init; }

    public required string By { get; init; }

    public required TemplateNote Template { get; init; }

    public List<PreparedNote> Prepared { get; init; } = [];
}

internal sealed class TemplateNote
{
    public required string By { get; init; }

    public required string Title { get; init; }

    public required string Text { get; init; }
}

internal sealed class PreparedNote
{
    public required string Proposition { get; init; }

    public required string By { get; init; }

    /// <summary>Who read it, once someone has.</summary>
    public string? ReadBy { get; init; }

    public required string Function { get; init; }

    public required string Status { get; init; }

    public required string Reason { get; init; }

    public string? Evidence { get; init; }

    public int? NextUpdateDay { get; init; }
}
