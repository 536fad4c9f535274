namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>One stretch of a change: words kept as they are, or words replaced by others.</summary>
/// <param name="Length">How many UTF-16 units of the text before are concerned.</param>
/// <param name="Inserted">What is written instead; empty when words are only deleted, <c>null</c> when they are kept.</param>
public readonly record struct TextSection(int Length, string? Inserted)
{
    public static TextSection Keep(int length) => new(length, null);

    public static TextSection Delete(int length) => new(length, "");

    public static TextSection Replace(int length, string inserted) => new(length, inserted);

    public bool IsKept => Inserted is null;

    public int NewLength => Inserted?.Length ?? Length;

    internal bool SaysNothing => Length == 0 && string.IsNullOrEmpty(Inserted);
}
