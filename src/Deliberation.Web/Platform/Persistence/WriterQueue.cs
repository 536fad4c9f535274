namespace Deliberation.Web.Platform.Persistence;

/// <summary>
/// SQLite has one writer; whoever wants to write waits here, in order and without blocking a thread,
/// rather than inside the database. PostgreSQL lets everyone through.
/// </summary>
internal sealed class WriterQueue(DatabaseChoice choice) : IDisposable
{
    private readonly SemaphoreSlim turn = new(1, 1);

    /// <summary>Waits for one's turn; dispose of the result to give it back.</summary>
    /// <exception cref="TimeoutException">Another writer held the database for more than ten seconds.</exception>
    public async ValueTask<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        if (choice.IsPostgres)
        {
            return Turn.Free;
        }

        if (!await turn.WaitAsync(TimeSpan.FromSeconds(10), cancellationToken))
        {
            throw new TimeoutException("The database is held by another writer.");
        }

        return new Turn(turn);
    }

    public void Dispose() => turn.Dispose();

    private sealed class Turn(SemaphoreSlim? turn) : IDisposable
    {
        public static readonly Turn Free = new(null);

        private SemaphoreSlim? held = turn;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
