using System.Globalization;
using System.Text;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Who wrote a text, as it is kept: the authors, then each passage as the place of its author among them (from 0) and
/// its length in UTF-16 units: <c>author,author;0:12,1:5</c>. Nothing for an empty text.
/// </summary>
internal static class WirePassages
{
    public static string Write(IReadOnlyList<Passage> passages)
    {
        var places = new Dictionary<Guid, int>();
        var told = new StringBuilder();
        foreach (var passage in passages)
        {
            var place = places.TryGetValue(passage.Author, out var known)
                ? known
                : places[passage.Author] = places.Count;
            told.Append(told.Length > 0 ? "," : "")
                .Append(CultureInfo.InvariantCulture, $"{place}:{passage.Length}");
        }

        return passages.Count == 0 ? "" : $"{string.Join(',', places.Keys.Select(id => $"{id:N}"))};{told}";
    }

    public static IReadOnlyList<Passage> Read(string kept)
    {
        if (kept.Length == 0)
        {
            return [];
        }

        var (passages, cut) = (new List<Passage>(), kept.IndexOf(';'));
        Guid[] authors = [.. kept[..cut].Split(',').Select(Guid.Parse)];
        var told = kept.AsSpan(cut + 1);
        foreach (var range in told.Split(','))
        {
            var one = told[range];
            var pause = one.IndexOf(':');
            passages.Add(new Passage(authors[Number(one[..pause])], Number(one[(pause + 1)..])));
        }

        return passages;
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, CultureInfo.InvariantCulture);
}
