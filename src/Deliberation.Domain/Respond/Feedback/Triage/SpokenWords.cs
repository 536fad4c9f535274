namespace Deliberation.Domain.Respond.Feedback.Triage;

/// <summary>The words of a folded text, one after another, with the ends of its sentences between them.</summary>
internal sealed class SpokenWords
{
    private readonly string text;
    private readonly List<(int Start, int Length)> words = [];

    public SpokenWords(string text)
    {
        this.text = text;
        for (var at = 0; at < text.Length; )
        {
            var start = at;
            while (at < text.Length && char.IsLetterOrDigit(text[at]))
            {
                at++;
            }

            if (at > start)
            {
                words.Add((start, at - start));
                continue;
            }

            if (text[at] is '.' or '!' or '?' or '…' or '\n')
            {
                words.Add((at, 0));
            }

            at++;
        }
    }

    public int Count => words.Count;

    public ReadOnlySpan<char> this[int index] => text.AsSpan(words[index].Start, words[index].Length);

    public bool IsEndOfSentence(int index) => words[index].Length == 0;
}
