using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class NoticeTagHelperTests
{
    [Fact]
    public async Task A_notice_says_its_kind_before_its_words()
    {
        var body = await new NoticeTagHelper { Kind = "warning", Title = "Réponse en retard" }.AsElementAsync(
            " <p>De 14 jours.</p>"
        );

        Assert.Equal(
            "Attention : Réponse en retard De 14 jours.",
            body.QuerySelector("div.notice.warning")!.Words()
        );
    }

    [Theory]
    [InlineData("info")]
    [InlineData("success")]
    [InlineData("danger")]
    public async Task Each_kind_has_an_icon(string kind)
    {
        var body = await new NoticeTagHelper { Kind = kind }.AsElementAsync();

        Assert.NotNull(body.QuerySelector($".notice.{kind} .notice-icon[aria-hidden=true] svg"));
    }
}
