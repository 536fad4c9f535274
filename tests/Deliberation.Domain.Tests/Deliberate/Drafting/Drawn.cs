using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

/// <summary>Texts and changes drawn at random, so many that the odd ones come up.</summary>
internal static class Drawn
{
    private static readonly string[] Alphabet =
    [
        "a",
        "b",
        "c",
        "d",
        "e",
        "f",
        " ",
        " ",
        "\n",
        "é",
        "à",
        "’",
        "«",
        "»",
        "😀",
        "👩",
        "🏽",
        "Σ",
        "ش",
    ];

    public static string Text(Random chance, int longest) =>
        string.Concat(
            Enumerable.Range(0, chance.Next(longest + 1)).Select(_ => Alphabet[chance.Next(Alphabet.Length)])
        );

    /// <summary>A change in many places at once, as a search-and-replace or several hands would make.</summary>
    public static TextChange Change(Random chance, string text)
    {
        var sections = new List<TextSection>();
        for (var at = 0; at < text.Length; )
        {
            var length = Cut(text, at + 1 + chance.Next(6)) - at;
            if (chance.Next(4) == 0)
            {
                sections.Add(TextSection.Replace(0, "+" + Text(chance, 3)));
            }

            sections.Add(
                new TextSection(
                    length,
                    chance.Next(3) == 0 ? Text(chance, 4)
                        : chance.Next(2) == 0 ? ""
                        : null
                )
            );
            at += length;
        }

        return TextChange.From(sections);
    }

    /// <summary>What one hand does: a few keys typed or words deleted, often where others work too.</summary>
    public static TextChange Keystroke(Random chance, string text)
    {
        var hotSpot = Cut(text, Math.Min(text.Length, text.Length / 3 + chance.Next(4)));
        var from = chance.Next(2) == 0 ? hotSpot : Cut(text, chance.Next(text.Length + 1));
        var to = chance.Next(3) == 0 ? Cut(text, Math.Min(text.Length, from + chance.Next(8))) : from;
        return TextChange.Replace(
            text.Length,
            from,
            to,
            to > from && chance.Next(2) == 0 ? "" : Text(chance, 3)
        );
    }

    private static int Cut(string text, int at) =>
        at >= text.Length ? text.Length
        : char.IsLowSurrogate(text[at]) ? at + 1
        : at;
}
