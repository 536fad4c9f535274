namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Words that stand side by side and come from one person.</summary>
/// <param name="Length">In UTF-16 units, at least 1.</param>
public sealed record Passage(Guid Author, int Length);

/// <summary>Who wrote each of the words that stand in a text: its changes followed one by one, from the first.</summary>
public sealed class Attribution
{
    private readonly List<Passage> passages = [];

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
        var first = Cut(at);
        passages.RemoveRange(first, Cut(at + length) - first);
        if (words.Length > 0)
        {
            passages.Insert(first, words);
            JoinWithPrevious(first + 1);
        }

        JoinWithPrevious(first);
    }

    // Gives the place of the passage that begins exactly there, cutting one in two if need be.
    private int Cut(int at)
    {
        var (index, start) = (0, 0);
        while (index < passages.Count && start + passages[index].Length <= at)
        {
            start += passages[index++].Length;
        }

        if (start == at)
        {
            return index;
        }

        var whole = passages[index];
        passages[index] = whole with { Length = at - start };
        passages.Insert(index + 1, whole with { Length = whole.Length - (at - start) });
        return index + 1;
    }

    private void JoinWithPrevious(int index)
    {
        if (index > 0 && index < passages.Count && passages[index - 1].Author == passages[index].Author)
        {
            var joined = passages[index - 1].Length + passages[index].Length;
            passages[index - 1] = passages[index] with { Length = joined };
            passages.RemoveAt(index);
        }
    }
}
