using System.Collections.Frozen;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>The words that announce something, in French and in English, written here without accents or capitals.</summary>
internal static partial class Vocabulary
{
    private const int Longest = 20;

    private static readonly FrozenDictionary<string, (Role Roles, int Value)> Known = Build();

    private static readonly FrozenDictionary<string, (Role Roles, int Value)>.AlternateLookup<
        ReadOnlySpan<char>
    > Lookup = Known.GetAlternateLookup<ReadOnlySpan<char>>();

    public static (Role Roles, int Value) Of(ReadOnlySpan<char> word)
    {
        Span<char> folded = stackalloc char[Longest];
        var length = Folding.Fold(word, folded);
        return Lookup.TryGetValue(folded[..length], out var meaning) ? meaning : default;
    }

    private static FrozenDictionary<string, (Role Roles, int Value)> Build()
    {
        var known = new Dictionary<string, (Role Roles, int Value)>(StringComparer.Ordinal);
        foreach (var (role, words) in Lists)
        {
            foreach (var entry in words.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
            {
                var parts = entry.Split('=');
                var before = known.GetValueOrDefault(parts[0]);
                var value = parts.Length > 1 ? int.Parse(parts[1], null) : before.Value;
                known[parts[0]] = (before.Roles | role, value);
            }
        }
        return known.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
