using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Assemble.Spaces;

public sealed class ShowTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_member_who_did_not_agree_to_be_named_is_counted_not_named()
    {
        var space = await Given.SpaceAsync(product);
        await Given.InSpaceAsync(product, space.Id, SpaceRole.Member, "Odette");
        var person = await Given.PersonAsync(product, "Malik");
        var named = Member.Join(
            Guid.CreateVersion7(),
            space.Id,
            person,
            SpaceRole.Member,
            "Malik",
            DateTimeOffset.UtcNow
        );
        named.AppearAs("Malik", isPublic: true);
        await product.KeepAsync(named);

        var page = await product.Browse().GoAsync($"/dispositifs/{space.Slug}");

        Assert.Contains("Malik", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Odette", page.Words, StringComparison.Ordinal);
        Assert.Contains("1 personne a choisi", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_space_is_not_found() =>
        Assert.Equal(
            HttpStatusCode.NotFound,
            (await product.Browse().GoAsync("/dispositifs/inconnu")).Status
        );
}
