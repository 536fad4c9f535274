using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>Finds a status of a scale from what somebody wrote: its code, or its French or English words.</summary>
public static class StatusWords
{
    public static Status? Find(StatusScheme scheme, string written)
    {
        var key = MatchKey.Of(written);
        return scheme.Statuses.FirstOrDefault(status => Keys(status).Contains(key, StringComparer.Ordinal));
    }

    /// <summary>The status whose words are closest, to be confirmed by a person; null when none comes near.</summary>
    public static Status? Closest(StatusScheme scheme, string written)
    {
        var key = MatchKey.Of(written);
        var (status, distance) = scheme
            .Statuses.Select(status => (status, Distance: Keys(status).Min(known => Between(key, known))))
            .MinBy(pair => pair.Distance);
        return distance <= 0.45 ? status : null;
    }

    private static string[] Keys(Status status) =>
        [MatchKey.Of(status.Code), MatchKey.Of(status.French), MatchKey.Of(status.English)];

    /// <summary>From 0, the same, to 1: edits (Levenshtein, 1966) for the longer one's length; a part of the other is near.</summary>
    private static double Between(string one, string other)
    {
        if (one.Length is < 3 or > 200 || other.Length is < 3 or > 200)
        {
            return 1;
        }

        return other.Contains(one, StringComparison.Ordinal) || one.Contains(other, StringComparison.Ordinal)
            ? 0.3
            : (double)Edits(one, other) / Math.Max(one.Length, other.Length);
    }

    private static int Edits(string one, string other)
    {
        var row = Enumerable.Range(0, other.Length + 1).ToArray();
        for (var i = 1; i <= one.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= other.Length; j++)
            {
                var changed = diagonal + (one[i - 1] == other[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[^1];
    }
}
