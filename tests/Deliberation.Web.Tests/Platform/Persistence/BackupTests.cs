using Deliberation.Testing;
using Deliberation.Web.Platform.Commands;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Platform.Persistence;

public sealed class BackupTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_backup_opens_and_holds_what_was_kept()
    {
        var space = await Given.SpaceAsync(product);
        var file = Path.Combine(product.DataFolder, "copie.db");

        var result = await BackUpAsync(file);

        Assert.Equal(Product.IsPostgres ? 2 : 0, result);
        if (!Product.IsPostgres)
        {
            Assert.Equal(space.Slug, await SlugAsync(file));
        }
    }

    [Fact]
    public async Task A_backup_never_replaces_a_file()
    {
        var file = Path.Combine(product.DataFolder, "precieux.db");
        await File.WriteAllTextAsync(file, "précieux");

        Assert.Equal(2, await BackUpAsync(file));
        Assert.Equal("précieux", await File.ReadAllTextAsync(file));
    }

    private async Task<int> BackUpAsync(string file)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var backup = scope
            .ServiceProvider.GetServices<ICommand>()
            .Single(command => command.Name == "backup");
        return await backup.RunAsync([file], TextWriter.Null);
    }

    private static async Task<string?> SlugAsync(string file)
    {
        await using var copy = new SqliteConnection($"Data Source={file};Pooling=False");
        await copy.OpenAsync();
        await using var read = copy.CreateCommand();
        read.CommandText = "SELECT \"Slug\" FROM \"Spaces\"";
        return (string?)await read.ExecuteScalarAsync();
    }
}
