using System.Collections.Immutable;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Walks through the sections of a change, whole or piece by piece.</summary>
internal sealed class SectionCursor
{
    private readonly ImmutableArray<TextSection> sections;

    public SectionCursor(TextChange change)
    {
        sections = change.Sections;
        Next();
    }

    public int Index { get; private set; } = -1;

    /// <summary>What is left of the section, in units of the text before.</summary>
    public int Length { get; private set; }

    /// <summary>What is left of the section, in units of the text after.</summary>
    public int NewLength { get; private set; }

    /// <summary>How much of the section has been walked.</summary>
    public int Offset { get; private set; }

    public string? Inserted { get; private set; }

    public bool IsDone => Index >= sections.Length;

    public bool IsKept => !IsDone && Inserted is null;

    public bool IsChange => Inserted is not null;

    public void Next()
    {
        Index = Math.Min(Index + 1, sections.Length);
        var section = IsDone ? default : sections[Index];
        (Length, NewLength, Offset, Inserted) = (section.Length, section.NewLength, 0, section.Inserted);
    }

    public void Forward(int length)
    {
        if (length == Length)
        {
            Next();
        }
        else
        {
            Length -= length;
            NewLength -= IsKept ? length : 0;
            Offset += length;
        }
    }

    public void ForwardInNew(int length)
    {
        if (IsKept)
        {
            Forward(length);
        }
        else if (length == NewLength)
        {
            Next();
        }
        else
        {
            NewLength -= length;
            Offset += length;
        }
    }

    /// <summary>The next words this section writes.</summary>
    public string Words(int length) => Inserted?.Substring(Offset, length) ?? "";
}
