using System.Runtime.InteropServices;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>A text cut into words in one pass; what no word announces is not looked for.</summary>
internal sealed class ReadText
{
    private readonly List<Word> words;

    private ReadText(string text)
    {
        Text = text;
        words = new List<Word>((text.Length / 5) + 4);
    }

    public string Text { get; }

    public ReadOnlySpan<Word> Words => CollectionsMarshal.AsSpan(words);

    /// <summary>All that the words announce.</summary>
    public Role Roles { get; private set; }

    public bool HasAt { get; private set; }

    public static ReadText Of(string text)
    {
        var read = new ReadText(text);
        var index = 0;
        while (index < text.Length)
        {
            index = read.Take(index);
        }
        return read;
    }

    /// <summary>Says whether any word has one of these roles.</summary>
    public bool Announces(Role roles) => (Roles & roles) != Role.None;

    /// <summary>Says whether one of the few words before <paramref name="index"/> has this role.</summary>
    public bool IsAnnounced(int index, Role role, int reach = 60)
    {
        if (!Announces(role))
        {
            return false;
        }
        var near = Words[..IndexAt(index)];
        for (var back = near.Length - 1; back >= 0 && index - near[back].End <= reach; back--)
        {
            if (near[back].Is(role))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>Says whether one of the few words after <paramref name="index"/> has this role.</summary>
    public bool IsFollowed(int index, Role role, int reach)
    {
        for (var next = IndexAt(index); next < words.Count && words[next].Start - index <= reach; next++)
        {
            if (words[next].Is(role))
            {
                return true;
            }
        }
        return false;
    }

    /// <summary>The first word that starts at this place or after it; the number of words when there is none.</summary>
    public int IndexAt(int start)
    {
        var (low, high) = (0, words.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = words[middle].Start < start ? (middle + 1, high) : (low, middle);
        }
        return low;
    }

    public ReadOnlySpan<char> Between(int start, int end) => Text.AsSpan(start, Math.Max(0, end - start));

    public bool IsCapital(Word word) => char.IsUpper(Text[word.Start]);

    public bool IsAllCapitals(Word word)
    {
        foreach (var letter in Between(word.Start, word.End))
        {
            if (char.IsLower(letter))
            {
                return false;
            }
        }
        return IsCapital(word);
    }

    private int Take(int index)
    {
        var c = Text[index];
        if (c is '@' or '＠')
        {
            HasAt = true;
        }
        if (c == '[' && Mentions.LengthAt(Text, index) is > 0 and var length)
        {
            return Add(new Word(index, index + length, Role.Masked, 0));
        }
        if (char.IsDigit(c))
        {
            return Add(new Word(index, EndOfDigits(index), Role.Digits, 0));
        }
        return char.IsLetter(c) ? Add(Meaning(index, EndOfLetters(index))) : index + 1;
    }

    private int Add(Word word)
    {
        words.Add(word);
        Roles |= word.Roles;
        return word.End;
    }

    private Word Meaning(int start, int end)
    {
        var (roles, value) = Vocabulary.Of(Between(start, end));
        return new Word(start, end, roles, value);
    }

    private int EndOfDigits(int index)
    {
        while (index < Text.Length && char.IsDigit(Text[index]))
        {
            index++;
        }
        return index;
    }

    private int EndOfLetters(int index)
    {
        while (index < Text.Length && (char.IsLetter(Text[index]) || Folding.IsMark(Text[index])))
        {
            index++;
        }
        return index;
    }
}
