using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Testing;
using Deliberation.Web.Features.Publish.MinorityPositions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Platform.Security;

public sealed class FailureTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Whoever_begins_the_same_thing_at_the_same_instant_is_told_so_and_not_of_a_breakdown()
    {
        await product.KeepAsync(new Theme("deux-fois", "Accès", "Access"));

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() =>
            product.KeepAsync(new Theme("deux-fois", "Accès", "Access"))
        );

        Assert.Equal(StatusCodes.Status409Conflict, FailureHandler.StatusOf(failure));
    }

    [Fact]
    public async Task A_row_that_hangs_on_nothing_is_not_taken_for_a_race()
    {
        var told = new ToldOfDissent
        {
            OpinionId = Guid.NewGuid(),
            Edition = 1,
            At = DateTimeOffset.UtcNow,
        };

        var failure = await Assert.ThrowsAsync<DbUpdateException>(() => product.KeepAsync(told));

        Assert.False(Overtaken.Is(failure));
        Assert.Equal(StatusCodes.Status500InternalServerError, FailureHandler.StatusOf(failure));
    }
}
