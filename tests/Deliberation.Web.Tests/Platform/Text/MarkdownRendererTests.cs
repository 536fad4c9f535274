using AngleSharp.Html.Parser;
using Deliberation.Web.Platform.Text;

namespace Deliberation.Web.Tests.Platform.Text;

public sealed class MarkdownRendererTests
{
    [Theory]
    [InlineData("Bonjour *à* **tous**.", "<p>Bonjour <em>à</em> <strong>tous</strong>.</p>")]
    [InlineData("- un\n- deux", "<ul><li>un</li><li>deux</li></ul>")]
    [InlineData("3. trois\n4. quatre", "<ol start=\"3\"><li>trois</li><li>quatre</li></ol>")]
    [InlineData("> cité", "<blockquote><p>cité</p></blockquote>")]
    [InlineData("`<b>`", "<p><code>&lt;b&gt;</code></p>")]
    [InlineData("```csharp\nvar a;\n```", "<pre><code class=\"language-csharp\">var a;</code></pre>")]
    [InlineData("***", "<hr>")]
    [InlineData("un  \ndeux", "<p>un<br>deux</p>")]
    [InlineData("a < b & c", "<p>a &lt; b &amp; c</p>")]
    [InlineData("![un plan](https://exemple.fr/p.png)", "<p>un plan</p>")]
    [InlineData(
        "[écrire](mailto:contact@exemple.fr)",
        "<p><a href=\"mailto:contact@exemple.fr\">écrire</a></p>"
    )]
    [InlineData("[appeler](tel:+33140566000)", "<p><a href=\"tel:+33140566000\">appeler</a></p>")]
    [InlineData("", "")]
    public void Good_Markdown_stays_right(string markdown, string html) =>
        Assert.Equal(html, MarkdownRenderer.Render(markdown).Html.ReplaceLineEndings(""));

    [Theory]
    [InlineData("[lien](https://exemple.fr/a?b=c)", "https://exemple.fr/a?b=c")]
    [InlineData("<https://exemple.fr>", "https://exemple.fr")]
    [InlineData("voir https://exemple.fr.", "https://exemple.fr")]
    [InlineData("voir www.exemple.fr", "https://www.exemple.fr")]
    [InlineData("[ref]\n\n[ref]: HTTP://exemple.fr", "HTTP://exemple.fr")]
    public void A_link_to_elsewhere_tells_nothing_and_lends_no_weight(string markdown, string address)
    {
        var link = new HtmlParser().ParseDocument(MarkdownRenderer.Render(markdown).Html).QuerySelector("a")!;

        Assert.Equal(address, link.GetAttribute("href"));
        Assert.Equal("noopener noreferrer nofollow", link.GetAttribute("rel"));
    }

    [Fact]
    public void Headings_come_below_the_pages_own()
    {
        var text = MarkdownRenderer.Render(
            "# Préambule\n\n## Œuvre *utile* & `code`\n\n# Préambule\n\n###### Fin",
            "avis"
        );

        Assert.Equal(
            [
                new(3, "avis-preambule", "Préambule"),
                new(4, "avis-oeuvre-utile-code", "Œuvre utile & code"),
                new(3, "avis-preambule-2", "Préambule"),
                new TextHeading(6, "avis-fin", "Fin"),
            ],
            text.Headings
        );
        Assert.Contains("<h3 id=\"avis-preambule-2\">Préambule</h3>", text.Html);
    }

    [Fact]
    public void A_text_whose_headings_start_low_is_raised() =>
        Assert.Equal(
            [2, 3],
            MarkdownRenderer.Render("### A\n\n#### B", under: 1).Headings.Select(h => h.Level)
        );

    [Theory]
    [InlineData("[voir](#preambule)\n\n# Préambule", "#texte-preambule")]
    [InlineData("[voir](#Préambule)\n\n# Préambule", "#texte-preambule")]
    [InlineData("[voir](#texte-preambule)\n\n# Préambule", "#texte-preambule")]
    public void A_link_within_the_text_finds_its_heading(string markdown, string address) =>
        Assert.Contains($"<a href=\"{address}\">voir</a>", MarkdownRenderer.Render(markdown).Html);

    [Fact]
    public void A_link_to_nowhere_leaves_its_words() =>
        Assert.Equal("<p>voir</p>", MarkdownRenderer.Render("[voir](#absent)").Html.Trim());

    [Fact]
    public void A_table_has_column_headers_and_no_inline_style()
    {
        var html = MarkdownRenderer.Render("| a | b |\n|:--|--:|\n| 1 | 2 |").Html;

        Assert.Contains("<th class=\"align-left\" scope=\"col\">a</th>", html);
        Assert.Contains("<td class=\"align-right\">2</td>", html);
        Assert.DoesNotContain("style", html);
    }

    [Fact]
    public void Footnotes_speak_French_and_keep_to_their_text()
    {
        var html = MarkdownRenderer.Render("Un[^a] deux[^b].\n\n[^a]: note une\n[^b]: note deux", "p12").Html;
        var page = new HtmlParser().ParseDocument(html);

        Assert.Equal(
            ["Note 1", "Note 2"],
            page.QuerySelectorAll("a.footnote-ref").Select(a => a.GetAttribute("aria-label"))
        );
        Assert.Equal(
            ["Retour à l’appel de la note 1", "Retour à l’appel de la note 2"],
            page.QuerySelectorAll("a.footnote-back-ref").Select(a => a.GetAttribute("aria-label"))
        );
        Assert.Equal("Notes", page.QuerySelector("section.footnotes")?.GetAttribute("aria-label"));
        Assert.All(
            page.QuerySelectorAll("a"),
            a => Assert.NotNull(page.QuerySelector(a.GetAttribute("href")!))
        );
        Assert.All(page.QuerySelectorAll("[id]"), a => Assert.StartsWith("p12-", a.Id));
    }
}
