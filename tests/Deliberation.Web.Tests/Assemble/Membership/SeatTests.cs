using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Assemble.Membership;

public sealed class SeatTests(Product product) : IClassFixture<Product>
{
    [Theory]
    [InlineData("500")]
    [InlineData("0")]
    [InlineData("quatre")]
    public async Task A_table_that_does_not_exist_is_said_on_the_form_and_seats_nobody(string table)
    {
        var (address, place, browser) = await PlaceAsync();

        var refused = await browser.SubmitAsync(await browser.GoAsync(address), "#seat", ("Table", table));

        Assert.NotEmpty(refused.Document.QuerySelector("#seat .error-summary")!.TextContent.Trim());
        Assert.Null(await TableAsync(place));
    }

    [Fact]
    public async Task A_person_is_seated_from_a_page_of_its_own()
    {
        var (address, place, browser) = await PlaceAsync();

        var sent = await browser.SendAsync(await browser.GoAsync(address), "#seat", ("Table", "7"));

        Assert.Equal(HttpStatusCode.Redirect, sent.Status);
        Assert.Equal(7, await TableAsync(place));
    }

    private async Task<(string Address, Guid Place, Browser Browser)> PlaceAsync()
    {
        var space = await Given.SpaceAsync(product);
        var facilitator = await Given.InSpaceAsync(product, space.Id, SpaceRole.Facilitator);
        var member = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member);
        var place = await product.ReadAsync(db =>
            db.Set<Member>().Where(row => row.PersonId == member).Select(row => row.Id).SingleAsync()
        );
        return (
            $"/bureau/dispositifs/{space.Slug}/membres/{place}/table",
            place,
            product.Browse(facilitator)
        );
    }

    private Task<int?> TableAsync(Guid place) =>
        product.ReadAsync(db =>
            db.Set<Member>().Where(row => row.Id == place).Select(row => row.Table).SingleAsync()
        );
}
