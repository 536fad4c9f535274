namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>
/// When to wake everybody: at once after a quiet moment, else once a little has gathered. The pause grows with the
/// room, and with what each message carries, so that a crowd costs messages by the tick and not by the keystroke.
/// </summary>
internal sealed class Pace(Func<TimeSpan> pause, Action wake)
{
    private readonly Lock door = new();
    private long last;
    private bool planned;

    public void WakeSoon()
    {
        var wait = Plan();
        if (wait == TimeSpan.Zero)
        {
            Wake();
        }
        else if (wait > TimeSpan.Zero)
        {
            _ = WakeAfterAsync(wait);
        }
    }

    // How long to wait; negative when a turn is already planned.
    private TimeSpan Plan()
    {
        lock (door)
        {
            if (planned)
            {
                return TimeSpan.FromTicks(-1);
            }

            planned = true;
            var left = pause() - TimeSpan.FromMilliseconds(Environment.TickCount64 - last);
            return left > TimeSpan.Zero ? left : TimeSpan.Zero;
        }
    }

    private async Task WakeAfterAsync(TimeSpan wait)
    {
        await Task.Delay(wait);
        Wake();
    }

    private void Wake()
    {
        lock (door)
        {
            planned = false;
            last = Environment.TickCount64;
        }

        wake();
    }
}
