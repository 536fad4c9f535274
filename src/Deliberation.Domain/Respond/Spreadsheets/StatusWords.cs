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

    private static string[] Keys(Status status) =>
        [MatchKey.Of(status.Code), MatchKey.Of(status.French), MatchKey.Of(status.English)];
}
