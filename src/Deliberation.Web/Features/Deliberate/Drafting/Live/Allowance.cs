namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>So much a second on average, a little more at once after a pause.</summary>
internal sealed class Allowance(int perSecond, int atOnce, TimeProvider clock)
{
    private readonly Lock door = new();
    private double left = atOnce;
    private long countedAt = clock.GetTimestamp();

    /// <summary>Has it been left alone long enough to be whole again?</summary>
    public bool IsWhole
    {
        get
        {
            lock (door)
            {
                Count();
                return left >= atOnce;
            }
        }
    }

    public bool Spend(int howMuch = 1)
    {
        lock (door)
        {
            Count();
            if (left < howMuch)
            {
                return false;
            }

            left -= howMuch;
            return true;
        }
    }

    private void Count()
    {
        var now = clock.GetTimestamp();
        left = Math.Min(atOnce, left + (clock.GetElapsedTime(countedAt, now).TotalSeconds * perSecond));
        countedAt = now;
    }
}
