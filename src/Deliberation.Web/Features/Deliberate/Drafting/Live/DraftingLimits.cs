namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>How much one open page may ask for: the section <c>Drafting</c> of the settings.</summary>
internal sealed class DraftingLimits
{
    public const string Section = "Drafting";

    /// <summary>Pushes a second of one page, on average.</summary>
    public int PushesPerSecond { get; init; } = 30;

    /// <summary>Pushes that may come at once after a pause.</summary>
    public int PushesAtOnce { get; init; } = 90;

    /// <summary>Pushes a second of one person on all their pages, on average; three times as many at once.</summary>
    public int PushesPerSecondOfAPerson { get; init; } = 60;

    /// <summary>Units written a second by one person, on average; what a pause allows at once is in the next line.</summary>
    public int WrittenPerSecond { get; init; } = 20_000;

    /// <summary>Units one person may write at once after a pause: the longest text, three times over.</summary>
    public int WrittenAtOnce { get; init; } = 300_000;

    /// <summary>How many times a second at most people are told who is there and where; of faster moves, the last place.</summary>
    public int CursorsPerSecond { get; init; } = 10;

    /// <summary>Changes in one push.</summary>
    public int ChangesPerPush { get; init; } = 500;

    /// <summary>Characters of JSON in a push too large for one message.</summary>
    public int PartsLength { get; init; } = 600_000;

    /// <summary>Texts open on one connection.</summary>
    public int OpenTexts { get; init; } = 50;

    /// <summary>How many changes a push may be behind; the page must catch up first beyond that.</summary>
    public int VersionsBehind { get; init; } = 20_000;

    /// <summary>How many of the last changes stay in memory.</summary>
    public int ChangesAtHand { get; init; } = 2_000;

    /// <summary>How many units those changes may have written in all.</summary>
    public long WrittenAtHand { get; init; } = 1_000_000;

    /// <summary>A whole text is kept every so many changes.</summary>
    public int SnapshotEvery { get; init; } = 500;

    /// <summary>A page that takes nothing for so many seconds is cut off; it catches up when it comes back.</summary>
    public int StuckSeconds { get; init; } = 30;

    /// <summary>A writer busy with the same changes for so many seconds makes the service unhealthy.</summary>
    public int WriterStuckSeconds { get; init; } = 10;

    /// <summary>An unused text leaves the memory after so many seconds.</summary>
    public int IdleSeconds { get; init; } = 120;
}
