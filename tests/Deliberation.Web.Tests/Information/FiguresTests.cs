using Deliberation.Testing;
using Deliberation.Web.Features.Information;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Information;

public sealed class FiguresTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_crowd_of_readers_does_not_count_again()
    {
        var figures = product.Services.GetRequiredService<Figures>();
        var first = await figures.ReadAsync(CancellationToken.None);

        await Given.SpaceAsync(product);
        var crowd = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(_ => figures.ReadAsync(CancellationToken.None))
        );

        Assert.All(crowd, counted => Assert.Same(first, counted));
    }

    [Theory]
    [InlineData(5, 9, null)]
    [InlineData(5, 10, 50)]
    [InlineData(2, 12, 17)]
    public void A_rate_needs_ten(int part, int whole, int? expected) =>
        Assert.Equal(expected, Counted.Rate(part, whole));

    [Fact]
    public void A_median_stands_in_the_middle() =>
        Assert.Equal(6, Counted.Median([1, 2, 3, 4, 5, 6, 7, 8, 9, 300]));
}
