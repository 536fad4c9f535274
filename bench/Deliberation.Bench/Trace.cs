namespace Deliberation.Bench;

/// <summary>One keystroke: who, where, how many units go, what comes.</summary>
internal readonly record struct Keystroke(int Hand, int At, int Deleted, string Inserted);

/// <summary>
/// A text written by several hands one after the other: bursts of typing, words taken back, jumps elsewhere. It
/// grows to the length asked for.
/// </summary>
internal static class Trace
{
    private const int Hands = 6;
    private const string Letters = "eeeeaaaiissnnrrttoolluudcmpévàè ,.\n     ";

    public static IEnumerable<Keystroke> Generate(int seed, int edits, int finalLength)
    {
        var chance = new Random(seed);
        var cursors = new int[Hands];
        var (length, hand, left, backwards) = (0, 0, 0, false);
        for (var i = 0; i < edits; i++)
        {
            if (left-- <= 0)
            {
                (hand, left) = (chance.Next(Hands), 5 + chance.Next(60));
                // As many deletions as keep the text on its way to its final length.
                backwards = length > (double)finalLength * i / edits && length > 100;
                cursors[hand] =
                    chance.Next(4) == 0 ? chance.Next(length + 1) : Math.Min(cursors[hand], length);
            }

            var at = Math.Min(cursors[hand], length);
            if (backwards && at > 0)
            {
                cursors[hand] = at - 1;
                length--;
                yield return new Keystroke(hand, at - 1, 1, "");
            }
            else
            {
                cursors[hand] = at + 1;
                length++;
                yield return new Keystroke(hand, at, 0, Letters[chance.Next(Letters.Length)].ToString());
            }
        }
    }
}
