using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class IconTagHelperTests
{
    [Fact]
    public async Task A_drawing_is_never_read_aloud()
    {
        foreach (var name in Icon.Names)
        {
            var body = await new IconTagHelper { Name = name }.AsElementAsync();

            Assert.NotNull(body.QuerySelector("svg.icon[aria-hidden=true][focusable=false] > path"));
        }
    }
}
