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

/// <summary>Feedbacks that say the same, each made of one beginning and one end.</summary>
internal sealed class SubjectsFile
{
    public List<SubjectNote> Subjects { get; init; } = [];
}

internal sealed class SubjectNote
{
    public required string Key { get; init; }

    public required string Part { get; init; }

    public int Mark { get; init; }

    public int Count { get; init; }

    public int FromDay { get; init; }

    public int ToDay { get; init; }

    public string? Name { get; init; }

    /// <summary>The day it is put on the agenda of the committee; none while it waits.</summary>
    public int? Agenda { get; init; }

    public List<string> Starts { get; init; } = [];

    public List<string> Ends { get; init; } = [];
}

internal sealed class FeedbackNote
{
    public int Day { get; init; }

    public int Mark { get; init; }

    public string? Easy { get; init; }

    public string? Hard { get; init; }

    public required string Text { get; init; }

    public string? Suggestion { get; init; }

    /// <summary><c>paper</c> or <c>phone</c> when a mediator typed it; none for the form.</summary>
    public string? Door { get; init; }

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
