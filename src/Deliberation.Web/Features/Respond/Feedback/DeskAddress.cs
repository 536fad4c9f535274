namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Where a feedback stands on the desk; its number keeps its capitals.</summary>
internal static class DeskAddress
{
    public static string Of(string number) =>
        $"/bureau/retours/{Uri.EscapeDataString(number.ToUpperInvariant())}";

    public static string Answer(string number) => $"{Of(number)}/repondre";
}
