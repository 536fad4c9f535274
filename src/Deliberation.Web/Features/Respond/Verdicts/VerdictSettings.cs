using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>
/// How long members judge an answer, and when a second one is due: the section <c>Verdicts</c> of the settings, for the
/// whole service and, under <c>Verdicts:Spaces:{address}</c>, for one space.
/// </summary>
internal sealed class VerdictSettings
{
    public const string Section = "Verdicts";

    public VerdictLimits Everywhere { get; init; } = new();

    /// <summary>By the last part of a space's address.</summary>
    public Dictionary<string, VerdictLimits> Spaces { get; init; } = new(StringComparer.Ordinal);

    public VerdictTerms For(string slug)
    {
        var usual = Everywhere.Over(VerdictTerms.Usual);
        return Spaces.TryGetValue(slug, out var own) ? own.Over(usual) : usual;
    }
}

/// <summary>What is set; what is not stays as it is elsewhere. Units and bounds are those of <see cref="VerdictTerms"/>.</summary>
internal sealed class VerdictLimits
{
    public int? Days { get; init; }

    public int? Threshold { get; init; }

    public int? Least { get; init; }

    public int? SecondAnswerWorkingDays { get; init; }

    public VerdictTerms Over(VerdictTerms usual) =>
        new(
            Days ?? usual.Days,
            Threshold ?? usual.Threshold,
            Least ?? usual.Least,
            SecondAnswerWorkingDays ?? usual.SecondAnswerDays
        );
}
