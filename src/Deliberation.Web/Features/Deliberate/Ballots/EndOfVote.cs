namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>The end of a vote as typed, in the time of Paris.</summary>
internal static class EndOfVote
{
    private static readonly TimeOnly Evening = new(20, 0);
    private static readonly TimeZoneInfo Paris = TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Null without a day; in the evening without an hour.</summary>
    public static DateTimeOffset? At(DateOnly? day, TimeOnly? hour)
    {
        if (day is not { } date)
        {
            return null;
        }

        var local = date.ToDateTime(hour ?? Evening);
        return new DateTimeOffset(local, Paris.GetUtcOffset(local)).ToUniversalTime();
    }
}
