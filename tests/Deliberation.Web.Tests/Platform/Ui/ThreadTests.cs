using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class ThreadTests
{
    [Fact]
    public async Task The_thread_is_a_named_walk()
    {
        var body = await new ThreadStepsTagHelper().AsElementAsync("<li></li>");

        Assert.NotNull(body.QuerySelector("nav.thread[aria-label='Le fil'] > ol.thread-steps > li"));
        Assert.Equal("Le fil de cette proposition", body.QuerySelector(".thread-title")!.Words());
    }

    [Fact]
    public async Task A_step_leads_somewhere_and_says_what_is_there()
    {
        var step = new ThreadStepTagHelper { Label = "Proposition 12", Href = "/p12" };

        var body = await step.AsElementAsync("17 modifications");

        Assert.Equal("/p12", body.QuerySelector("li.done > a")!.GetAttribute("href"));
        Assert.Equal("17 modifications", body.QuerySelector(".thread-detail")!.Words());
    }

    [Fact]
    public async Task The_step_where_we_are_is_announced()
    {
        var body = await new ThreadStepTagHelper { Label = "Réponse", State = "here" }.AsElementAsync();

        Assert.NotNull(body.QuerySelector("li.here[aria-current=step]"));
    }

    [Fact]
    public async Task A_step_not_reached_says_so_in_words()
    {
        var body = await new ThreadStepTagHelper { Label = "Appréciation", State = "ahead" }.AsElementAsync();

        Assert.Equal("Appréciation (à venir)", body.Words());
    }

    [Fact]
    public async Task An_act_of_the_timeline_is_dated_and_signed()
    {
        var entry = new TimelineEntryTagHelper
        {
            When = DateTimeOffset.Parse("2026-03-01T12:00:00Z"),
            Title = "Seconde réponse",
            By = "la délégation",
            Strong = true,
        };

        var body = await entry.AsElementAsync("<p>En cours.</p>");

        Assert.Equal("1er mars 2026 Seconde réponse Par la délégation En cours.", Spaced(body));
        Assert.Equal("2026-03-01", body.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.NotNull(body.QuerySelector("li.strong > h3"));
    }

    [Fact]
    public async Task A_timeline_is_an_ordered_list() =>
        Assert.NotNull((await new TimelineTagHelper().AsElementAsync()).QuerySelector("ol.timeline"));

    private static string Spaced(AngleSharp.Dom.IElement body) =>
        string.Join(' ', body.QuerySelectorAll("li > *").Select(Rendered.Words));
}
