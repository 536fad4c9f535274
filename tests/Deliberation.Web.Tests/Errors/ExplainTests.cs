using System.Net;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Errors;

public sealed class ExplainTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task An_unknown_address_says_so_in_French()
    {
        var page = await product.Browse().GoAsync("/nulle-part");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal("Cette page n’existe pas", page.Heading);
    }

    [Fact]
    public async Task An_unknown_address_says_so_in_English()
    {
        var page = await product.Browse().GoAsync("/nulle-part?langue=en");

        Assert.Equal("This page does not exist", page.Heading);
    }
}
