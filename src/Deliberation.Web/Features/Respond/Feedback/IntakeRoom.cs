namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// How many feedbacks may be on their way in at once. A place is taken before a document is read, so that a flood costs
/// memory for so many and no more; whoever finds none is told when to come back.
/// </summary>
internal sealed class IntakeRoom(IConfiguration configuration)
{
    private readonly int most = configuration.GetValue("Feedback:MostAtOnce", 2_000);
    private int taken;

    public int Taken => Volatile.Read(ref taken);

    /// <summary>The places, given back by disposing of them; null when there are not so many.</summary>
    public Places? TryEnter(int places)
    {
        if (Interlocked.Add(ref taken, places) <= most)
        {
            return new Places(this, places);
        }

        Interlocked.Add(ref taken, -places);
        return null;
    }

    internal sealed class Places(IntakeRoom room, int held) : IDisposable
    {
        private int held = held;

        /// <summary>Gives back what is not needed after all.</summary>
        public void Keep(int places) => Release(Math.Max(0, Volatile.Read(ref held) - places));

        public void Dispose() => Release(Volatile.Read(ref held));

        private void Release(int places)
        {
            Interlocked.Add(ref held, -places);
            Interlocked.Add(ref room.taken, -places);
        }
    }
}

/// <summary>Too many feedbacks are on their way in at this moment; a second later there is room again.</summary>
internal sealed class IntakeIsFull() : Exception("The intake is full.")
{
    public const int RetryAfterSeconds = 1;
}
