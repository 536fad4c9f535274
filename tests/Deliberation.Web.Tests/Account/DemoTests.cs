using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Account;

public sealed class DemoTests
{
    [Fact]
    public async Task In_production_there_is_no_way_to_step_into_anyone()
    {
        using var product = new Product();
        var browser = product.Browse();

        using var posted = await browser.Client.PostAsync("/demo", content: null);

        Assert.Equal(HttpStatusCode.NotFound, (await browser.GoAsync("/demo")).Status);
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.DoesNotContain("/demo", (await browser.GoAsync("/connexion")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_development_one_click_steps_into_a_persona_and_a_banner_says_so()
    {
        using var product = new Development();
        await PersonaAsync(product, "Awa");
        var browser = product.Browse();

        var demo = await browser.GoAsync("/demo");
        var entered = await browser.SubmitAsync(demo, "form[data-persona=Awa]");
        var account = await browser.GoAsync("/compte");

        Assert.Contains("Version de travail", demo.Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.Forbidden, entered.Status);
        Assert.Equal("Awa", account.Document.QuerySelector("#Data_Name")?.GetAttribute("value"));
    }

    [Fact]
    public async Task One_steps_from_one_persona_into_another_with_a_new_session()
    {
        using var product = new Development();
        await PersonaAsync(product, "Awa");
        await PersonaAsync(product, "Bruno");
        var browser = product.Browse();
        var demo = await browser.GoAsync("/demo");
        await browser.SendAsync(demo, "form[data-persona=Awa]");

        await browser.SendAsync(await browser.GoAsync("/demo"), "form[data-persona=Bruno]");
        var account = await browser.GoAsync("/compte");

        Assert.Equal("Bruno", account.Document.QuerySelector("#Data_Name")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_real_person_cannot_be_stepped_into_even_in_development()
    {
        using var product = new Development();
        await PersonaAsync(product, "Awa");
        var real = await Given.PersonAsync(product, "Réelle");
        var browser = product.Browse();

        var refused = await browser.SendAsync(
            await browser.GoAsync("/demo"),
            "form[data-persona=Awa]",
            ("person", real.ToString())
        );

        Assert.Equal(HttpStatusCode.NotFound, refused.Status);
    }

    private static async Task PersonaAsync(Product product, string name)
    {
        var person = await product.SendAsync(
            new Enrol.Command(Guid.Empty, name, $"{name}@example.org", IsFictional: true)
        );
        var space = await Given.SpaceAsync(product);
        await product.KeepAsync(
            Member.Join(
                Guid.CreateVersion7(),
                space.Id,
                person,
                SpaceRole.Member,
                name,
                DateTimeOffset.UtcNow
            )
        );
    }

    private sealed class Development : Product
    {
        protected override string EnvironmentName => "Development";

        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Seed"] = "none" };
    }
}
