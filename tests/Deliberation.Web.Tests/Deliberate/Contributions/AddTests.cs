using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Deliberate.Contributions;

public sealed class AddTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_note_for_members_only_is_not_shown_to_the_public()
    {
        var space = await Given.SpaceAsync(product);
        var member = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member);
        var browser = product.Browse(member);
        var form = await browser.GoAsync($"/dispositifs/{space.Slug}/contributions/nouvelle");

        var kept = await browser.SubmitAsync(
            form,
            "form#contribution",
            ("Data.Label", "Table 3"),
            ("Data.Text", "Il manque un guichet <script>alert(1)</script> le samedi.")
        );

        Assert.Contains("Il manque un guichet <script>", kept.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", kept.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse().GoAsync(kept.Address)).Status);
        var list = await product.Browse().GoAsync($"/dispositifs/{space.Slug}/contributions");
        Assert.DoesNotContain("guichet", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_of_another_space_may_not_add_a_note()
    {
        var space = await Given.SpaceAsync(product);
        var elsewhere = await Given.SpaceAsync(product);
        var stranger = await Given.InSpaceAsync(product, elsewhere.Id, SpaceRole.Member);

        var page = await product
            .Browse(stranger)
            .GoAsync($"/dispositifs/{space.Slug}/contributions/nouvelle");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }
}
