namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Moves changes that come late over those that were accepted meanwhile, so that no slow writer is refused.</summary>
/// <remarks>
/// One version at a time, as each browser does with what it receives. Composing what was missed and moving
/// over it once may end elsewhere when words were written between two deletions of others.
/// </remarks>
public static class Rebase
{
    /// <summary>How much one push may ask for, in sections walked: about a tenth of a second.</summary>
    public const long MostEffort = 2_000_000;

    /// <summary>How many sections are walked to move these changes over those: the text waits meanwhile.</summary>
    public static long Effort(IReadOnlyList<ClientChange> pending, IReadOnlyList<ClientChange> missed) =>
        (pending.Count * Sections(missed)) + (missed.Count * Sections(pending));

    /// <param name="pending">The changes of one open page, each made on top of the one before it.</param>
    /// <param name="missed">What was accepted since the version the first of them was made on, in order.</param>
    /// <returns>The changes still to be accepted; those already accepted are left out.</returns>
    public static IReadOnlyList<ClientChange> Over(
        IReadOnlyList<ClientChange> pending,
        IEnumerable<ClientChange> missed
    )
    {
        List<ClientChange> moving = [.. pending];
        foreach (var accepted in missed.TakeWhile(_ => moving.Count > 0))
        {
            if (accepted.IsSameAs(moving[0]))
            {
                moving.RemoveAt(0);
            }
            else
            {
                Step(moving, accepted.Change);
            }
        }

        return moving;
    }

    private static long Sections(IReadOnlyList<ClientChange> changes) =>
        changes.Sum(change => 1L + change.Change.Sections.Length);

    private static void Step(List<ClientChange> moving, TextChange other)
    {
        for (var i = 0; i < moving.Count; i++)
        {
            var mine = moving[i].Change;
            moving[i] = moving[i] with { Change = mine.Map(other) };
            other = other.Map(mine, before: true);
        }
    }
}
