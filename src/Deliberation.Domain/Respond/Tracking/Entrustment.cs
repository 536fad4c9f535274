namespace Deliberation.Domain.Respond.Tracking;

/// <summary>A treatment was put in the hands of a body, from that moment.</summary>
public sealed class Entrustment
{
    private Entrustment() { }

    public Guid TreatmentId { get; private set; }

    /// <summary>Its rank, from 1: the first is the opening.</summary>
    public int Number { get; private set; }

    public Guid BodyId { get; private set; }

    public DateTimeOffset At { get; private set; }

    internal static Entrustment Make(Guid treatmentId, int number, Guid bodyId, DateTimeOffset at) =>
        new()
        {
            TreatmentId = treatmentId,
            Number = number,
            BodyId = bodyId,
            At = at,
        };
}
