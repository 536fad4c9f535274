namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>How long institutions have for a first answer, and who promised it: the section <c>Tracking</c> of the settings.</summary>
internal sealed class FirstAnswerPromise
{
    public const string Section = "Tracking";

    public int FirstAnswerWorkingDays { get; init; } = 60;

    /// <summary>Shown beside every due date: a promise is never presented as the law.</summary>
    public string Basis { get; init; } = "Engagement pris à l’ouverture de ce service, et non par la loi";
}
