namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>The order of parts or proposals, changed by moving one of them.</summary>
public static class Ordering
{
    /// <param name="order">As it is.</param>
    /// <param name="what">Which one moves; it joins the order when it was not in it.</param>
    /// <param name="to">Its place among the others, from 0; the first or last place when it is beyond.</param>
    public static IReadOnlyList<Guid> Moved(IEnumerable<Guid> order, Guid what, int to)
    {
        List<Guid> others = [.. order.Where(one => one != what)];
        others.Insert(Math.Clamp(to, 0, others.Count), what);
        return others;
    }
}
