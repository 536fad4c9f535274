namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>
/// Words to be said one after another in one sentence, at most two others between them. A word that ends with <c>*</c>
/// is a stem; <c>a|b</c> is one or the other.
/// </summary>
internal sealed class Phrase(string written)
{
    private const int MostBetween = 2;

    private readonly string[][] parts =
    [
        .. written.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('|')),
    ];

    /// <summary>The forms that its first word may take.</summary>
    public IReadOnlyList<string> Beginnings => parts[0];

    public bool StandsAt(SpokenWords words, int index)
    {
        if (!Is(parts[0], words[index]))
        {
            return false;
        }

        foreach (var part in parts.AsSpan(1))
        {
            index = Next(part, words, index);
            if (index < 0)
            {
                return false;
            }
        }

        return true;
    }

    private static int Next(string[] part, SpokenWords words, int index)
    {
        for (var next = index + 1; next < words.Count && next <= index + 1 + MostBetween; next++)
        {
            if (words.IsEndOfSentence(next))
            {
                break;
            }

            if (Is(part, words[next]))
            {
                return next;
            }
        }

        return -1;
    }

    private static bool Is(string[] forms, ReadOnlySpan<char> word)
    {
        foreach (var form in forms)
        {
            if (form[^1] == '*' ? word.StartsWith(form.AsSpan(0, form.Length - 1)) : word.SequenceEqual(form))
            {
                return true;
            }
        }

        return false;
    }
}
