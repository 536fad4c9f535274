namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>So many requests a second on average, a few more at once after a pause.</summary>
internal sealed class Allowance(int perSecond, int atOnce, TimeProvider clock)
{
    private double left = atOnce;
    private long countedAt = clock.GetTimestamp();

    public bool Spend()
    {
        var now = clock.GetTimestamp();
        left = Math.Min(atOnce, left + (clock.GetElapsedTime(countedAt, now).TotalSeconds * perSecond));
        countedAt = now;
        if (left < 1)
        {
            return false;
        }

        left--;
        return true;
    }
}
