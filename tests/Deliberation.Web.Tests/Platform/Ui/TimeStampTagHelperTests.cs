using AngleSharp.Dom;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class TimeStampTagHelperTests
{
    [Theory]
    [InlineData("2026-03-01T13:05:00Z", "minute", "1er mars 2026 à 14 h 05", "2026-03-01T14:05+01:00")]
    [InlineData("2026-08-31T22:00:00Z", "minute", "1er septembre 2026 à 0 h", "2026-09-01T00:00+02:00")]
    [InlineData("2026-08-31T22:00:00Z", "date", "1er septembre 2026", "2026-09-01")]
    [InlineData("2026-08-15T10:00:00Z", "date", "15 août 2026", "2026-08-15")]
    public async Task An_instant_is_written_as_in_Paris(
        string instant,
        string precision,
        string words,
        string machine
    )
    {
        var stamp = new TimeStampTagHelper { Value = DateTimeOffset.Parse(instant), Precision = precision };

        var time = (await stamp.AsElementAsync()).QuerySelector("time")!;

        Assert.Equal(words, time.Words());
        Assert.Equal(machine, time.GetAttribute("datetime"));
    }

    [Fact]
    public async Task An_English_reader_reads_English()
    {
        var stamp = new TimeStampTagHelper
        {
            Value = DateTimeOffset.Parse("2026-03-01T13:05:00Z"),
            Precision = "minute",
        };

        Assert.Equal("1 March 2026 at 14:05", (await stamp.AsElementAsync(culture: "en-GB")).Words());
    }

    [Fact]
    public async Task A_day_without_an_hour_is_not_moved()
    {
        var body = await new TimeStampTagHelper { Value = new DateOnly(2026, 1, 1) }.AsElementAsync();

        Assert.Equal("1er janvier 2026", body.Words());
    }

    [Fact]
    public async Task Nothing_is_written_when_nothing_is_known() =>
        Assert.Empty((await new TimeStampTagHelper().AsElementAsync()).InnerHtml);
}
