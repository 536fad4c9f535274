namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What a body had answered elsewhere, before this service followed it: told as it was, with where it is from.</summary>
/// <param name="Key">Names it among repeats of the same form.</param>
/// <param name="Status">A code of the opinion's scale.</param>
/// <param name="Source">The document it is taken from, in 2 to 500 characters.</param>
/// <param name="AsOf">The day on which that document told how things stood.</param>
/// <param name="Function">The function of the person who brings it in; 2 to 200 characters.</param>
/// <param name="Reason">In the words of the document; null when it gives none, and then the answer says so.</param>
public sealed record EarlierAnswer(
    Guid Key,
    string Status,
    string Source,
    DateOnly AsOf,
    string Function,
    string? Reason
)
{
    /// <summary>What stands for the reason when the document gives none.</summary>
    public const string NoReason = "Le document repris donne ce statut sans en dire la raison.";

    /// <summary>The last instant of its day: after all that was answered here until then.</summary>
    internal DateTimeOffset At => WorkingDays.EndOf(AsOf).AddMilliseconds(-1);

    internal TreatmentAnswer Told() =>
        new()
        {
            Key = Key,
            Status = Status,
            Reason = string.IsNullOrWhiteSpace(Reason) ? NoReason : Reason,
            Function = Function,
            ImportedFrom = Source,
        };
}
