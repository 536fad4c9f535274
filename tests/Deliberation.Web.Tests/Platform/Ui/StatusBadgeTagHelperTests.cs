using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Ui;
using Deliberation.Web.Tests.Architecture;
using StatusCategory = Deliberation.Web.Platform.Ui.StatusCategory;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class StatusBadgeTagHelperTests
{
    [Fact]
    public async Task A_status_has_a_word_an_icon_and_a_weave()
    {
        var body = await new StatusBadgeTagHelper
        {
            Category = "InProgress",
            Word = "En cours, court terme",
        }.AsElementAsync();

        var badge = body.QuerySelector("span.badge.progress")!;
        Assert.Equal("En cours, court terme", badge.Words());
        Assert.NotNull(badge.QuerySelector("svg[aria-hidden=true]"));
        Assert.NotNull(badge.QuerySelector(".badge-weave[aria-hidden=true]"));
    }

    [Fact]
    public async Task Every_category_has_its_own_icon_and_its_word_in_both_languages()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in StatusCategory.Names)
        {
            var french = await new StatusBadgeTagHelper { Category = name }.AsElementAsync();
            var english = await new StatusBadgeTagHelper { Category = name }.AsElementAsync(culture: "en-GB");

            Assert.True(seen.Add(french.QuerySelector("path")!.GetAttribute("d")!));
            Assert.NotEqual(french.Words(), english.Words());
        }
    }

    [Fact]
    public async Task A_status_of_its_own_weave_is_drawn_with_it_and_not_with_that_of_its_category()
    {
        var own = await new StatusBadgeTagHelper
        {
            Category = "InProgress",
            Pattern = "zigzag",
        }.AsElementAsync();
        var usual = await new StatusBadgeTagHelper { Category = "InProgress", Pattern = "" }.AsElementAsync();

        Assert.Equal("badge-weave zigzag", own.QuerySelector(".badge-weave")!.ClassName);
        Assert.Equal("badge-weave progress", usual.QuerySelector(".badge-weave")!.ClassName);
    }

    [Fact]
    public void Badges_draw_every_weave_of_the_charts_and_each_status_may_have_any()
    {
        var style = Sources.Read("src/Deliberation.Web/Frontend/styles/parts/badges.css");

        Assert.All(
            BarDrawing.Patterns,
            name => Assert.Contains($".badge-weave.{name} {{", style, StringComparison.Ordinal)
        );
        Assert.Subset(
            BarDrawing.Patterns.ToHashSet(StringComparer.Ordinal),
            StatusScheme.Patterns.ToHashSet(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task An_unknown_category_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            new StatusBadgeTagHelper { Category = "Green" }.AsElementAsync()
        );
}
