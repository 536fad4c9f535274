namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>How much one open page may ask for: the section <c>Drafting</c> of the settings.</summary>
internal sealed class DraftingLimits
{
    public const string Section = "Drafting";

    /// <summary>Pushes a second, on average.</summary>
    public int PushesPerSecond { get; init; } = 30;

    /// <summary>Pushes that may come at once after a pause.</summary>
    public int PushesAtOnce { get; init; } = 90;

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

    /// <summary>A whole text is kept every so many changes.</summary>
    public int SnapshotEvery { get; init; } = 500;

    /// <summary>An unused text leaves the memory after so many seconds.</summary>
    public int IdleSeconds { get; init; } = 120;
}
