using System.Runtime.InteropServices;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Words that stand side by side and come from one person.</summary>
/// <param name="Length">In UTF-16 units, at least 1.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct Passage(Guid Author, int Length);

/// <summary>Who wrote each of the words that stand in a text: its changes followed one by one, from the first.</summary>
public sealed class Attribution
{
    private readonly List<Passage> passages = [];

    // A passage and where it begins: the next change is mostly near the last one.
    private int near;
    private int nearStart;

    public IReadOnlyList<Passage> Passages => passages;

    /// <summary>In UTF-16 units: always that of the text.</summary>
    public int Length { get; private set; }

    /// <summary>The attribution of a text put together from passages whose authors are known.</summary>
    public static Attribution Of(IEnumerable<Passage> passages)
    {
        var whole = new Attribution();
        foreach (var passage in passages.Where(passage => passage.Length > 0))
        {
            whole.Replace(whole.Length, 0, passage);
            whole.Length += passage.Length;
        }

        return whole;
    }

    /// <exception cref="RuleBroken">The change is not one of this text.</exception>
    public void Follow(Guid author, TextChange change)
    {
        if (change.Length != Length)
        {
            throw new RuleBroken(DraftingRules.AChangeFitsItsText);
        }

        var at = 0;
        foreach (var section in change.Sections)
        {
            if (section.Inserted is { } inserted)
            {
                Replace(at, section.Length, new Passage(author, inserted.Length));
            }

            at += section.NewLength;
        }

        Length = change.NewLength;
    }

    /// <summary>Who wrote a stretch of the text, passage by passage.</summary>
    public IReadOnlyList<Passage> Between(int from, int to)
    {
        var (found, start) = (new List<Passage>(), 0);
        foreach (var passage in passages)
        {
            var shared = Math.Min(to, start + passage.Length) - Math.Max(from, start);
            if (shared > 0)
            {
                found.Add(passage with { Length = shared });
            }

            start += passage.Length;
        }

        return found;
    }

    private void Replace(int at, int length, Passage words)
    {
        if (IsWithinOnePassage(at, length, words))
        {
            passages[near] = Longer(passages[near], words.Length - length);
            return;
        }

        var first = Cut(at);
        passages.RemoveRange(first, Cut(at + length) - first);
        if (words.Length > 0)
        {
            passages.Insert(first, words);
            JoinWithPrevious(first + 1);
        }

        (near, nearStart) = (first, at);
        JoinWithPrevious(first);
    }

    // Whoever goes on in their own words, or only deletes some of someone's, changes a length and nothing else.
    private bool IsWithinOnePassage(int at, int length, Passage words)
    {
        Find(at);
        if (at == nearStart && near > 0 && length == 0 && passages[near - 1].Author == words.Author)
        {
            nearStart -= passages[--near].Length;
        }

        return near < passages.Count
            && at + length <= nearStart + passages[near].Length
            && passages[near].Length + words.Length > length
            && (words.Length == 0 || passages[near].Author == words.Author);
    }

    // The passage that holds a place, or begins there; none at the end.
    private void Find(int at)
    {
        while (near > 0 && nearStart > at)
        {
            nearStart -= passages[--near].Length;
        }

        while (near < passages.Count && nearStart + passages[near].Length <= at)
        {
            nearStart += passages[near++].Length;
        }
    }

    // Gives the place of the passage that begins exactly there, cutting one in two if need be.
    private int Cut(int at)
    {
        Find(at);
        if (nearStart < at)
        {
            var (whole, left) = (passages[near], at - nearStart);
            passages[near] = whole with { Length = left };
            passages.Insert(near + 1, whole with { Length = whole.Length - left });
            (near, nearStart) = (near + 1, at);
        }

        return near;
    }

    private void JoinWithPrevious(int index)
    {
        if (index > 0 && index < passages.Count && passages[index - 1].Author == passages[index].Author)
        {
            (near, nearStart) = (index - 1, nearStart - passages[index - 1].Length);
            passages[index - 1] = Longer(passages[index - 1], passages[index].Length);
            passages.RemoveAt(index);
        }
    }

    private static Passage Longer(Passage passage, int by) => passage with { Length = passage.Length + by };
}
