using System.Diagnostics;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Deliberation.Web.Platform.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Deliberation.Web.Tests.Platform.Text;

public sealed class MarkdownAttackTests
{
    public static TheoryData<string> Attacks => [.. MarkdownAttacks.All];

    [Theory]
    [MemberData(nameof(Attacks))]
    public void An_attack_leaves_nothing_that_acts(string markdown) =>
        IsHarmless(MarkdownRenderer.Render(markdown).Html);

    [Theory]
    [MemberData(nameof(Attacks))]
    public void The_second_wall_holds_alone(string html) => IsHarmless(HtmlAllowList.Clean(html, "texte"));

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<p onclick=alert(1) style='x' id=x class=y>a</p>")]
    [InlineData("<a href='java\nscript:alert(1)' id=location target=_top>a</a>")]
    [InlineData("<a href='https://exemple.fr' ping=https://exemple.fr>a</a>")]
    [InlineData("<svg><a xlink:href=javascript:alert(1)><p>a</p></a></svg>")]
    [InlineData("<math><a href=javascript:alert(1)>a</a></math>")]
    [InlineData("<form><input><button formaction=javascript:alert(1)>a</button></form>")]
    [InlineData("<template><img src=x onerror=alert(1)></template>")]
    [InlineData("<table><td style='text-align: left;background:url(x)'>a</td></table>")]
    [InlineData("</body><script>alert(1)</script>")]
    public void Raw_html_does_not_pass_the_second_wall(string html) =>
        IsHarmless(HtmlAllowList.Clean(html, "texte"));

    [Fact]
    public void Any_mixture_of_attacks_is_harmless() =>
        Prop.ForAll(
                Gen.ListOf(Gen.Elements(MarkdownAttacks.All.SelectMany(Pieces).ToArray())).ToArbitrary(),
                pieces =>
                {
                    try
                    {
                        IsHarmless(MarkdownRenderer.Render(string.Concat(pieces)).Html);
                    }
                    catch (MarkdownRefused)
                    {
                        // Refusing is harmless too.
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    public static TheoryData<string, string, MarkdownRefusalName> Bombs =>
        new()
        {
            { "too many signs", Many("x", 100_001), MarkdownRefusalName.TooLong },
            { "too many lines", Many("a\n=\n", 5_001), MarkdownRefusalName.TooLong },
            { "list markers on a line", Many("- ", 17) + "a", MarkdownRefusalName.TooManyMarksOnALine },
            { "quote markers on a line", Many(">", 17) + "a", MarkdownRefusalName.TooManyMarksOnALine },
            { "mixed markers on a line", Many("> 1. ", 9) + "a", MarkdownRefusalName.TooManyMarksOnALine },
            {
                "nested list and blank lines",
                Many("- ", 1_000) + Many("\n", 100),
                MarkdownRefusalName.TooManyMarksOnALine
            },
            { "open brackets", Many("a[", 201), MarkdownRefusalName.TooManyOpenBrackets },
            { "blank lines", "a" + Many("\n", 202), MarkdownRefusalName.TooManyBlankLines },
            { "blank lines with spaces", "a" + Many("\r\n \t", 202), MarkdownRefusalName.TooManyBlankLines },
            { "emphasis never closed", Many("*a ", 501), MarkdownRefusalName.TooManyMarksInAParagraph },
            {
                "emphasis over lines that are not",
                Many("*a \f\u2028", 501),
                MarkdownRefusalName.TooManyMarksInAParagraph
            },
            { "links never closed", Many("[a](", 501), MarkdownRefusalName.TooManyMarksInAParagraph },
            {
                "a table wide and long",
                Many("|a", 200) + "\n" + Many("|-", 200) + "\n" + Many("|a\n", 200),
                MarkdownRefusalName.TableTooLarge
            },
            {
                "lists by indentation",
                string.Concat(Enumerable.Range(0, 150).Select(i => new string(' ', i * 2) + "- a\n")),
                MarkdownRefusalName.TooDeep
            },
            {
                "a result that swells",
                Many(Many("www.a.b ", 100) + "\n\n", 120),
                MarkdownRefusalName.ResultTooLarge
            },
            {
                "notes called again and again",
                Many(Many("[^1] ", 400) + "\n\n", 20) + "[^1]: a",
                MarkdownRefusalName.ResultTooLarge
            },
        };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_text_made_to_cost_is_refused_at_once(
        string what,
        string markdown,
        MarkdownRefusalName reason
    )
    {
        var watch = Stopwatch.StartNew();

        var refused = Assert.Throws<MarkdownRefused>(() => MarkdownRenderer.Render(markdown));

        Assert.Equal(reason.ToString(), refused.Reason.ToString());
        Assert.True(watch.ElapsedMilliseconds < 3_000, $"{what}: {watch.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("*a ")]
    [InlineData("*a_ ")]
    [InlineData("[a](")]
    [InlineData("[a](b")]
    [InlineData("![")]
    [InlineData("]](")]
    [InlineData("<a ")]
    [InlineData("`a ``b ")]
    [InlineData("www.")]
    [InlineData("http://a ")]
    [InlineData("a@b.c ")]
    [InlineData("&#x41;")]
    [InlineData("\\")]
    [InlineData("|a")]
    [InlineData("[^1]: a ")]
    [InlineData("# a ")]
    [InlineData("a\n=\n")]
    [InlineData("- a\n")]
    [InlineData("> a\n")]
    public void The_worst_text_within_the_bounds_stays_bearable(string piece)
    {
        var paragraph = Many(piece, 400) + "\n\n";
        var text = Many(paragraph, 100_000 / paragraph.Length);
        var watch = Stopwatch.StartNew();

        try
        {
            MarkdownRenderer.Render(text);
        }
        catch (MarkdownRefused)
        {
            // Refusing in time is what is asked.
        }

        Assert.True(watch.ElapsedMilliseconds < 5_000, $"{watch.ElapsedMilliseconds} ms");
    }

    // The refusal is internal, and a public test cannot name it.
    public enum MarkdownRefusalName
    {
        TooLong,
        TooManyMarksOnALine,
        TooManyOpenBrackets,
        TooManyBlankLines,
        TooManyMarksInAParagraph,
        TableTooLarge,
        TooDeep,
        ResultTooLarge,
    }

    private static IEnumerable<string> Pieces(string attack) =>
        [attack, attack[..(attack.Length / 2)], attack[(attack.Length / 2)..], "\n", " "];

    private static string Many(string piece, int times) => string.Concat(Enumerable.Repeat(piece, times));

    private static void IsHarmless(string html)
    {
        var body = new HtmlParser().ParseDocument($"<body>{html}").Body!;
        Assert.All(body.QuerySelectorAll("*"), element => Assert.Contains(element.LocalName, Known));
        foreach (var attribute in body.QuerySelectorAll("*").SelectMany(element => element.Attributes))
        {
            Assert.Contains(attribute.Name, KnownAttributes);
            Assert.True(attribute.Name != "href" || LeadsToAKnownPlace(attribute), attribute.Value);
            Assert.True(
                attribute.Name != "id" || attribute.Value.StartsWith("texte-", StringComparison.Ordinal),
                attribute.Value
            );
        }
    }

    private static bool LeadsToAKnownPlace(IAttr href)
    {
        string[] schemes = ["https://", "http://", "mailto:", "tel:+", "#texte-"];
        return schemes.Any(scheme => href.Value.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            && !(
                Uri.TryCreate(href.Value, UriKind.Absolute, out var uri)
                && uri.Scheme != "mailto"
                && uri.UserInfo.Length > 0
            );
    }

    private static readonly string[] Known =
        "h2 h3 h4 h5 h6 p br hr em strong code pre blockquote ul ol li a sup table thead tbody tr th td section".Split(
            ' '
        );

    private static readonly string[] KnownAttributes =
    [
        "href",
        "rel",
        "id",
        "class",
        "aria-label",
        "start",
        "scope",
    ];
}
