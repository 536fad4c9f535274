namespace Deliberation.Web.Platform.Seeding.Files;

internal sealed class BodiesFile
{
    public List<BodyNote> Bodies { get; init; } = [];
}

internal sealed class BodyNote
{
    public required string Key { get; init; }

    public required string Name { get; init; }

    public bool Real { get; init; }
}

internal sealed class FeedbacksFile
{
    public List<FeedbackNote> Feedbacks { get; init; } = [];
}

internal sealed class FeedbackNote
{
    public int Day { get; init; }

    public int Mark { get; init; }

    public string? Easy { get; init; }

    public string? Hard { get; init; }

    public required string Text { get; init; }

    public string? Suggestion { get; init; }

    public required string Part { get; init; }

    public string? Age { get; init; }

    public string? Departement { get; init; }

    /// <summary>Numbers of the propositions of the worked example's opinion it speaks of.</summary>
    public List<int> Links { get; init; } = [];

    /// <summary><c>published</c>, <c>pending</c>, <c>spam</c> or <c>withheld:reason</c>.</summary>
    public required string Moderation { get; init; }

    public ReplyNote? Reply { get; init; }
}

internal sealed class ReplyNote
{
    public int Day { get; init; }

    public required string Body { get; init; }

    public required string Function { get; init; }

    public required string Text { get; init; }
}
