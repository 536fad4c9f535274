using System.Collections.Immutable;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Gathers the sections of a new change, joining those that say the same thing.</summary>
/// <remarks>Joins exactly as <c>addSection</c> of @codemirror/state does, or clients would drift apart.</remarks>
internal sealed class SectionList
{
    private readonly ImmutableArray<TextSection>.Builder sections =
        ImmutableArray.CreateBuilder<TextSection>();

    public int Count => sections.Count;

    public void Add(int length, string? inserted, bool join = false)
    {
        var section = new TextSection(length, inserted);
        if (section.SaysNothing)
        {
            return;
        }

        if (sections.Count > 0 && (join || Continues(section)))
        {
            sections[^1] = Joined(sections[^1], section);
        }
        else
        {
            sections.Add(section);
        }
    }

    public TextChange ToChange() => new(sections.DrainToImmutable());

    private bool Continues(TextSection section) =>
        string.IsNullOrEmpty(section.Inserted)
            ? section.Inserted == sections[^1].Inserted
            : section.Length == 0 && sections[^1].Length == 0;

    private static TextSection Joined(TextSection last, TextSection next) =>
        new(last.Length + next.Length, last.IsKept && next.IsKept ? null : last.Inserted + next.Inserted);
}
