using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>A delay as one says it: in hours up to two days, in days beyond.</summary>
internal static class DelayWords
{
    private const int MostHours = 48;

    public static string Said(this FeatureTexts texts, TimeSpan delay)
    {
        var hours = (int)Math.Ceiling(delay.TotalHours);
        return hours <= MostHours
            ? texts.Many(hours, "{0} heure", "{0} heures")
            : texts.Many((int)Math.Ceiling(delay.TotalDays), "{0} jour", "{0} jours");
    }
}
