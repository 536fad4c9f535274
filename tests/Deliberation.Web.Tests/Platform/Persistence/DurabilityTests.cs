using Deliberation.Testing;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Platform.Persistence;

/// <summary>What no killed process shows: a power cut keeps an acknowledged write only if the disk was made to have it.</summary>
public sealed class DurabilityTests(Product product) : IClassFixture<Product>
{
    /// <summary>https://www.sqlite.org/pragma.html#pragma_synchronous</summary>
    private const long Full = 2;

    [Fact]
    public async Task A_power_cut_takes_back_nothing_that_was_acknowledged()
    {
        if (Product.IsPostgres)
        {
            return; // There, a commit waits for the disk unless it is told not to.
        }

        await using var raw = product.Services.GetRequiredService<DatabaseChoice>().CreateConnection();
        await raw.OpenAsync();
        SqliteDurability.Apply(raw);
        await using var command = raw.CreateCommand();
        command.CommandText = "PRAGMA synchronous";

        Assert.Equal(Full, await command.ExecuteScalarAsync());
        Assert.Equal(
            Full,
            await product.ReadAsync(async db =>
                (await db.Database.SqlQueryRaw<long>("PRAGMA synchronous").ToListAsync()).Single()
            )
        );
    }
}
