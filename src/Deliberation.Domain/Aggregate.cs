namespace Deliberation.Domain;

/// <summary>Something with a life of its own, changed only through its verbs, which record what happened.</summary>
public abstract class Aggregate
{
    private readonly List<DomainEvent> events = [];

    /// <summary>Counts the changes; two people who change the same thing at once cannot both succeed.</summary>
    public int Revision { get; private set; }

    /// <summary>What happened since the last time they were taken.</summary>
    public IReadOnlyList<DomainEvent> TakeEvents()
    {
        DomainEvent[] taken = [.. events];
        events.Clear();
        return taken;
    }

    /// <exception cref="RuleBroken">The condition does not hold.</exception>
    protected static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }

    protected void Record(DomainEvent happened) => events.Add(happened);
}
