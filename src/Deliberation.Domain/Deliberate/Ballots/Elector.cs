namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>
/// One line of the roll: a person entitled to vote, and whether they did. It knows neither when nor what:
/// the papers are kept elsewhere and nothing leads from one to the other.
/// </summary>
public sealed class Elector
{
    private Elector() { }

    public Guid BallotId { get; private set; }

    public Guid PersonId { get; private set; }

    public bool HasVoted { get; private set; }

    internal static Elector Enrol(Guid ballotId, Guid personId) =>
        new() { BallotId = ballotId, PersonId = personId };

    internal void Sign() => HasVoted = true;
}
