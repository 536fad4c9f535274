using System.Globalization;

namespace Deliberation.Web.Platform.Localization;

/// <summary>Speaks someone else's language for a while: that of who will read, not of who acts.</summary>
internal readonly struct Spoken : IDisposable
{
    private readonly CultureInfo culture;
    private readonly CultureInfo uiCulture;

    private Spoken(CultureInfo culture, CultureInfo uiCulture) =>
        (this.culture, this.uiCulture) = (culture, uiCulture);

    /// <param name="language"><c>fr</c> or <c>en</c>.</param>
    public static Spoken In(string language)
    {
        var before = new Spoken(CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(
            language == "en" ? "en-GB" : "fr-FR"
        );
        return before;
    }

    public void Dispose() =>
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, uiCulture);
}
