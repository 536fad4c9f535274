using Deliberation.Web.Platform.Ui;

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
    public async Task An_unknown_category_is_refused() =>
        await Assert.ThrowsAsync<ArgumentException>(() =>
            new StatusBadgeTagHelper { Category = "Green" }.AsElementAsync()
        );
}
