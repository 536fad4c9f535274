namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Where a feedback stands on the desk; its number keeps its capitals.</summary>
internal static class DeskAddress
{
    public static string Of(string number) =>
        $"/bureau/retours/{Uri.EscapeDataString(number.ToUpperInvariant())}";

    /// <summary>Read as one of a queue: what comes after it is at hand.</summary>
    public static string In(DeskView queue, string number) => $"{Of(number)}?vue={queue}";

    public static string Answer(string number) => $"{Of(number)}/repondre";
}
