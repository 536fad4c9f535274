using System.Collections.Immutable;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>
/// A text that changes often: a gap is kept where people write, so that a keystroke moves a few characters
/// and not the whole text.
/// </summary>
public sealed class TextBuffer
{
    private char[] kept;
    private int gapFrom;
    private int gapTo;

    public TextBuffer(string text)
    {
        kept = new char[text.Length + 256];
        text.CopyTo(kept);
        (gapFrom, gapTo) = (text.Length, kept.Length);
    }

    public int Length => kept.Length - (gapTo - gapFrom);

    /// <exception cref="RuleBroken">The lengths do not fit, a character would be cut, or the text would grow past its limit.</exception>
    /// <returns>The change that takes this one back.</returns>
    public TextChange Write(TextChange change)
    {
        Require(Fits(change), DraftingRules.AChangeFitsItsText);
        Require(change.NewLength <= TextChange.LongestText, DraftingRules.ATextHasALimit);

        var position = 0;
        var undo = ImmutableArray.CreateBuilder<TextSection>(change.Sections.Length);
        foreach (var section in change.Sections)
        {
            undo.Add(
                section.Inserted is { } inserted
                    ? new(inserted.Length, Replace(position, section.Length, inserted))
                    : section
            );
            position += section.NewLength;
        }

        return new TextChange(undo.DrainToImmutable());
    }

    public bool Fits(TextChange change)
    {
        var (fits, position) = (change.Length == Length, 0);
        for (var i = 0; fits && i < change.Sections.Length; i++)
        {
            position += change.Sections[i].Length;
            fits = position == 0 || position >= Length || !char.IsLowSurrogate(this[position]);
        }

        return fits;
    }

    public override string ToString() => string.Concat(kept.AsSpan(0, gapFrom), kept.AsSpan(gapTo));

    private char this[int position] => kept[position < gapFrom ? position : position + gapTo - gapFrom];

    private string Replace(int at, int length, string inserted)
    {
        MoveGap(at);
        var replaced = new string(kept, gapTo, length);
        gapTo += length;
        MakeRoom(inserted.Length);
        inserted.CopyTo(kept.AsSpan(gapFrom));
        gapFrom += inserted.Length;
        return replaced;
    }

    private void MoveGap(int at)
    {
        if (at < gapFrom)
        {
            Array.Copy(kept, at, kept, gapTo - (gapFrom - at), gapFrom - at);
        }
        else
        {
            Array.Copy(kept, gapTo, kept, gapFrom, at - gapFrom);
        }

        (gapFrom, gapTo) = (at, at + gapTo - gapFrom);
    }

    private void MakeRoom(int needed)
    {
        if (gapTo - gapFrom >= needed)
        {
            return;
        }

        var larger = new char[(Length + needed) * 2];
        kept.AsSpan(0, gapFrom).CopyTo(larger);
        kept.AsSpan(gapTo).CopyTo(larger.AsSpan(larger.Length - (kept.Length - gapTo)));
        gapTo = larger.Length - (kept.Length - gapTo);
        kept = larger;
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}
