using System.Numerics;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>
/// Finds the stretches of time that hold a moment without reading the others. Days are the leaves and knots of a
/// binary tree that is never kept: a stretch hangs at the highest knot among its days, and whatever holds a day hangs
/// at one of the knots above that day, one for each level.
/// </summary>
/// <remarks>H.-P. Kriegel, M. Pötke, T. Seidl, “Managing Intervals Efficiently in Object-Relational Databases”, VLDB 2000.</remarks>
internal static class StretchTree
{
    /// <summary>Where stretches hang that still last.</summary>
    public const int Lasting = 0;

    // 2,800 years.
    private const int Levels = 20;

    /// <param name="from">Its first moment or the one before; no later than <paramref name="until"/>.</param>
    /// <returns>The day, counted from 1970, among those of the stretch that more powers of two divide than any other.</returns>
    public static int Knot(DateTimeOffset from, DateTimeOffset until)
    {
        var (first, last) = (DayOf(from), DayOf(until));
        // Above the highest bit that changes between the eve of the first day and the last, all its days are alike.
        var level = BitOperations.Log2((uint)((first - 1) ^ last));
        return last >> level << level;
    }

    /// <summary>Every knot at which a stretch may hang that holds this moment, those that last included.</summary>
    public static int[] Above(DateTimeOffset moment)
    {
        var day = DayOf(moment);
        return
        [
            Lasting,
            .. Enumerable
                .Range(0, Levels)
                .Select(level => (day >> (level + 1) << (level + 1)) + (1 << level)),
        ];
    }

    // A clock that was badly wrong says less than 1970: together on the first day.
    private static int DayOf(DateTimeOffset moment) =>
        (int)Math.Max(1, Math.Floor((moment - DateTimeOffset.UnixEpoch).TotalDays));
}
