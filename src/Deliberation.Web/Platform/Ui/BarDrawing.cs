using System.Globalization;
using Microsoft.AspNetCore.Html;

namespace Deliberation.Web.Platform.Ui;

/// <summary>A bar drawn by the server: its length is an attribute, since inline style is refused by the security policy.</summary>
internal static class BarDrawing
{
    private static readonly Dictionary<string, string> Weaves = new(StringComparer.Ordinal)
    {
        ["delivered"] = """<rect class="weave-line" width="8" height="8"/>""",
        ["partly"] = """<rect class="weave-line" y="4" width="8" height="4"/>""",
        ["progress"] = """<path class="weave-line" d="M-2 10L10 -2M-6 6L6 -6M2 14L14 2" stroke-width="2"/>""",
        ["review"] = """<circle class="weave-line" cx="4" cy="4" r="1.8"/>""",
        ["declined"] = """<path class="weave-line" d="M0 0L8 8M8 0L0 8" stroke-width="1.2"/>""",
        ["declared"] =
            """<circle class="weave-line" cx="2" cy="2" r="0.8"/><circle class="weave-line" cx="6" cy="6" r="0.8"/>""",
        ["confirmed"] =
            """<rect class="weave-line" width="3" height="8" stroke="none"/><rect class="weave-line" x="4" width="3" height="8" stroke="none"/>""",
        ["grid"] = """<path class="weave-line" d="M0 4H8M4 0V8" stroke-width="1.2"/>""",
        ["zigzag"] = """<path class="weave-line" d="M0 6L4 2M4 2L8 6" stroke-width="1.6"/>""",
        ["dashes"] = """<path class="weave-line" d="M1 2H5M-1 6H1M5 6H9" stroke-width="2"/>""",
        ["late"] =
            """<rect class="weave-line" y="1" width="8" height="2"/><rect class="weave-line" y="5" width="8" height="2"/>""",
        ["withdrawn"] =
            """<path class="weave-line" d="M-2 -2L10 10M-6 2L2 10M6 -2L10 2" stroke-width="1"/>""",
        ["waiting"] = """<rect class="weave-line" x="3" width="1" height="8"/>""",
    };

    /// <summary>The names of the weaves; badges draw the same ones.</summary>
    public static IEnumerable<string> Patterns => Weaves.Keys;

    /// <param name="share">Length of the bar, 0 to 1.</param>
    /// <param name="weave">A name for the pattern, unique in the page.</param>
    public static IHtmlContent Row(Bar bar, double share, string weave)
    {
        var category = bar.Category is null ? null : StatusCategory.Of(bar.Category).Skin;
        return "div"
            .Of($"{Skin.ChartRow} {category}".TrimEnd())
            .Holding(
                "span".Of().Holding(bar.Label),
                Drawing(bar.Pattern ?? category ?? "delivered", share, weave),
                "span".Of(Skin.ChartValue).Holding(Figure(bar.Value))
            );
    }

    /// <summary>As written in the reader's language, with at most one decimal.</summary>
    public static string Figure(double value) => value.ToString("#,0.#", CultureInfo.CurrentCulture);

    private static HtmlString Drawing(string pattern, double share, string weave)
    {
        var length = (share * 100).ToString("0.##", CultureInfo.InvariantCulture);
        return new HtmlString(
            $"""
            <svg role="presentation" focusable="false"><defs><pattern id="{weave}" width="8" height="8" patternUnits="userSpaceOnUse"><rect class="{Skin.Weave}" width="8" height="8"/>{Weaves[
                pattern
            ]}</pattern></defs><rect class="{Skin.ChartTrack}" width="100%" height="100%" rx="4"/><rect class="{Skin.ChartBar}" width="{length}%" height="100%" rx="4" fill="url(#{weave})"/></svg>
            """
        );
    }
}
