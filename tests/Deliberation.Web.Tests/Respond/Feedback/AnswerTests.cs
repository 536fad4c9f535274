using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Instruction;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class AnswerTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_reply_begins_with_a_template_whose_blanks_are_filled_in()
    {
        var body = await Given.BodyAsync(product);
        var person = await Given.InInstanceAsync(product, InstanceRole.Agent, body.Id);
        var template = await product.SendAsync(
            new Templates.Command(
                person,
                Guid.CreateVersion7(),
                new TemplateWords("Page qui se ferme", "Merci. La page est réparée depuis […].")
            )
        );
        var receipt = await Given.PassedOnFeedbackAsync(product, body.Id);
        var agent = product.Browse(person);

        var form = await agent.GoAsync($"/bureau/retours/{receipt.Number}/repondre?modele={template}");
        var begun = form.Document.QuerySelector("textarea")!.TextContent.Trim();
        var refused = await agent.SubmitAsync(
            form,
            "form#repondre",
            ("Data.Outcome", "Answer"),
            ("Data.Function", "Équipe des retours")
        );
        await agent.SubmitAsync(
            refused,
            "form#repondre",
            ("Data.Text", "Merci. La page est réparée depuis lundi."),
            ("Data.Outcome", "Answer"),
            ("Data.Function", "Équipe des retours")
        );

        Assert.Equal("Merci. La page est réparée depuis […].", begun);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        var read = await product.Browse().GoAsync($"/retours/{receipt.Number}");
        Assert.Contains("réparée depuis lundi", read.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_wrongly_asked_sends_it_on_with_a_public_reason()
    {
        var (first, second) = (await Given.BodyAsync(product), await Given.BodyAsync(product));
        var wrong = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Agent, first.Id));
        var right = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Agent, second.Id));
        var receipt = await Given.PassedOnFeedbackAsync(product, first.Id);
        var address = $"/bureau/retours/{receipt.Number}/repondre";
        var form = await wrong.GoAsync(address);

        await wrong.SubmitAsync(
            form,
            "form#autre-organisme",
            ("BodyId", second.Id.ToString()),
            ("Because", "Cette page est tenue par un autre organisme.")
        );
        var again = await wrong.SubmitAsync(
            form,
            "form#autre-organisme",
            ("BodyId", second.Id.ToString()),
            ("Because", "Cette page est tenue par un autre organisme.")
        );

        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await wrong.GoAsync(address)).Status);
        Assert.Equal(HttpStatusCode.OK, (await right.GoAsync(address)).Status);
        var read = await product.Browse().GoAsync($"/retours/{receipt.Number}");
        Assert.Contains("tenue par un autre organisme", read.Words, StringComparison.Ordinal);
    }
}
