using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Tests.Platform.Ui;

public sealed class ConfirmTagHelperTests
{
    [Fact]
    public async Task An_act_is_explained_before_it_is_sent()
    {
        var confirm = new ConfirmTagHelper
        {
            Label = "Retirer",
            Question = "Retirer ce texte ?",
            Act = "Oui, retirer",
            Name = "act",
            Value = "withdraw",
        };

        var body = await confirm.AsElementAsync("<p>Il reste lisible.</p>");

        Assert.Equal("Retirer", body.QuerySelector("confirm-act > details > summary")!.Words());
        Assert.Equal(
            ["Retirer ce texte ?", "Il reste lisible."],
            body.QuerySelectorAll(".confirm-body > p").Select(Rendered.Words)
        );
        var send = body.QuerySelector("button[type=submit]")!;
        Assert.Equal(
            ("act", "withdraw", "Oui, retirer"),
            (send.GetAttribute("name"), send.GetAttribute("value"), send.Words())
        );
    }

    [Fact]
    public async Task Cancelling_is_offered_only_where_a_script_can_do_it() =>
        Assert.NotNull(
            (await new ConfirmTagHelper().AsElementAsync()).QuerySelector(
                "button[type=button][data-cancel][hidden]"
            )
        );
}
