using System.Collections.Immutable;
using static Deliberation.Domain.Deliberate.Drafting.DraftingRules;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>
/// What someone did to a text in one go: which words were kept, deleted, and written instead.
/// Lengths are in UTF-16 units. Same meaning as a <c>ChangeSet</c> of @codemirror/state.
/// </summary>
public sealed class TextChange
{
    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int LongestText = 100_000;

    internal TextChange(ImmutableArray<TextSection> sections)
    {
        Sections = sections;
        foreach (var section in sections)
        {
            Length += section.Length;
            NewLength += section.NewLength;
            Written += section.Inserted?.Length ?? 0;
        }
    }

    public ImmutableArray<TextSection> Sections { get; }

    /// <summary>The length of the only texts this change applies to.</summary>
    public int Length { get; }

    public int NewLength { get; }

    /// <summary>How many units it writes, whatever it keeps or deletes.</summary>
    public int Written { get; }

    public bool IsEmpty => Sections.Length == 0 || (Sections.Length == 1 && Sections[0].IsKept);

    /// <exception cref="RuleBroken">A section says nothing, counts below zero or past the limit, or holds half a character.</exception>
    public static TextChange From(IEnumerable<TextSection> sections)
    {
        ImmutableArray<TextSection> all = [.. sections];
        Require(all.All(IsSound) && all.Sum(s => (long)s.Length) <= LongestText, AChangeFitsItsText);
        Require(all.Sum(s => (long)(s.Inserted?.Length ?? 0)) <= LongestText, ATextHasALimit);

        return new TextChange(all);
    }

    /// <summary>Replaces one stretch of a text of the given length.</summary>
    public static TextChange Replace(int length, int from, int to, string inserted)
    {
        Require(0 <= from && from <= to && to <= length && WellFormedText.Is(inserted), AChangeFitsItsText);

        var sections = new SectionList();
        sections.Add(from, null);
        sections.Add(to - from, inserted);
        sections.Add(length - to, null);
        return sections.ToChange();
    }

    /// <exception cref="RuleBroken">The lengths do not fit the text, or a character would be cut in two.</exception>
    public string Apply(string text)
    {
        Require(Fits(text), AChangeFitsItsText);

        return string.Create(
            NewLength,
            (text, Sections),
            static (written, change) => Write(written, change.text, change.Sections)
        );
    }

    /// <summary>Is this a change of exactly this text?</summary>
    public bool Fits(ReadOnlySpan<char> text)
    {
        var (fits, position) = (Length == text.Length, 0);
        for (var i = 0; fits && i < Sections.Length; i++)
        {
            position += Sections[i].Length;
            fits = WellFormedText.MayCut(text, position);
        }

        return fits;
    }

    /// <summary>The same change, for a text that has meanwhile undergone another.</summary>
    /// <param name="other">A change made to the same text.</param>
    /// <param name="before">Whether this one comes first where both write at the same place.</param>
    public TextChange Map(TextChange other, bool before = false)
    {
        Require(Length == other.Length, AChangeFitsItsText);

        return other.IsEmpty ? this : new ChangeMapping(this, other, before).Run();
    }

    /// <summary>This change followed by the next, as one.</summary>
    public TextChange Compose(TextChange next)
    {
        Require(NewLength == next.Length, AChangeFitsItsText);

        return IsEmpty ? next
            : next.IsEmpty ? this
            : new ChangeComposition(this, next).Run();
    }

    /// <summary>The change that takes this one back.</summary>
    /// <param name="text">The text before this change.</param>
    public TextChange Invert(string text)
    {
        Require(Fits(text), AChangeFitsItsText);

        var position = 0;
        return new TextChange([.. Sections.Select(Inverted)]);

        TextSection Inverted(TextSection section)
        {
            position += section.Length;
            return section.Inserted is null
                ? section
                : new(section.Inserted.Length, text.Substring(position - section.Length, section.Length));
        }
    }

    /// <summary>Where a place in the text before is found in the text after.</summary>
    /// <param name="position">From 0 to <see cref="Length"/>.</param>
    /// <param name="after">Whether the place stays after what is written exactly there.</param>
    public int MapPosition(int position, bool after = false)
    {
        Require(0 <= position && position <= Length, AChangeFitsItsText);

        var (from, to) = (0, 0);
        foreach (var section in Sections)
        {
            var end = from + section.Length;
            if (end > position || (end == position && !section.IsKept && !after && section.Length == 0))
            {
                return section.IsKept ? to + position - from
                    : position == from || !after ? to
                    : to + section.NewLength;
            }

            (from, to) = (end, to + section.NewLength);
        }

        return to;
    }

    private static bool IsSound(TextSection section) =>
        section.Length is >= 0 and <= LongestText
        && !section.SaysNothing
        && (section.Inserted is null || WellFormedText.Is(section.Inserted));

    private static void Write(Span<char> written, string text, ImmutableArray<TextSection> sections)
    {
        var (from, to) = (0, 0);
        foreach (var section in sections)
        {
            var words = section.Inserted is null ? text.AsSpan(from, section.Length) : section.Inserted;
            words.CopyTo(written[to..]);
            (from, to) = (from + section.Length, to + words.Length);
        }
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }
}
