using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>
/// From how many feedbacks on a committee must take up a subject: the section <c>Subjects</c> of the settings, for all
/// themes and, under <c>Subjects:Themes:{key}</c>, for one. What administrators decide goes before: see <see cref="Thresholds"/>.
/// </summary>
internal sealed class SubjectSettings
{
    public const string Section = "Subjects";

    public SubjectLimits Everywhere { get; init; } = new();

    /// <summary>By the key of a theme.</summary>
    public Dictionary<string, SubjectLimits> Themes { get; init; } = new(StringComparer.Ordinal);

    public AgendaThreshold Usual => Everywhere.Over(AgendaThreshold.Usual);

    /// <param name="usual">What holds for a theme that is not set.</param>
    public AgendaThreshold For(string? theme, AgendaThreshold usual) =>
        theme is not null && Themes.TryGetValue(theme, out var own) ? own.Over(usual) : usual;
}

/// <summary>What is set; what is not stays as it is elsewhere. Units and bounds are those of <see cref="AgendaThreshold"/>.</summary>
internal sealed class SubjectLimits
{
    public int? Feedbacks { get; init; }

    public int? Days { get; init; }

    public AgendaThreshold Over(AgendaThreshold usual) =>
        new AgendaThreshold(Feedbacks ?? usual.Feedbacks, Days ?? usual.Days).Bounded();
}
