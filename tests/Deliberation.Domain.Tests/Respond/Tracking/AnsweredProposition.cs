using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

/// <summary>One proposition, the ministry in charge of it, and an answer that breaks no rule.</summary>
internal static class AnsweredProposition
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly Body Ministry = new(
        Guid.CreateVersion7(),
        "dns",
        "Délégation",
        IsFictional: true
    );

    public static Treatment Open() =>
        Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2026-01-P3", "Une clé remise au guichet", "acces"),
            new(Ministry, null, ""),
            Now
        );

    public static TreatmentAnswer Given() =>
        new()
        {
            Key = Guid.CreateVersion7(),
            Status = "in-progress-short",
            Reason = "Deux cents personnes essaient la clé dans trois communes.",
            Function = "Cheffe du bureau des usagers",
        };

    public static void Answer(Treatment treatment, TreatmentAnswer answer) =>
        treatment.Answer(answer, Ministry, StatusScheme.Default, Now);
}
