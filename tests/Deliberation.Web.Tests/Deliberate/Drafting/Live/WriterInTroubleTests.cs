using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Microsoft.Data.Sqlite;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>A disk that is full, a database that somebody else holds: no acknowledgement, a plain answer, and back to work.</summary>
public sealed class WriterInTroubleTests
{
    private const string NotSaved = "drafting.not-saved";

    [Fact]
    public async Task A_database_held_by_another_process_gets_an_answer_and_fails_the_health_check()
    {
        if (Product.IsPostgres)
        {
            return; // Its own writers do not wait for each other.
        }

        using var product = new Impatient();
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync("Avant. ");
        await using var reader = await room.PageAsync(SpaceRole.Observer);
        await using var thief = new SqliteConnection($"Data Source={product.DataFolder}/deliberation.db");
        await thief.OpenAsync();
        var held = thief.BeginTransaction();

        page.Append("Pendant. ");
        var sending = page.SendAsync();
        await Patience.UntilAsync(() => HealthAsync(product).Result == HttpStatusCode.ServiceUnavailable);
        var refused = (await sending).Refused;
        await reader.AskToOpenAsync();
        await held.RollbackAsync();

        Assert.Equal(NotSaved, refused?.Code);
        Assert.Equal(1, reader.Opened!.Version);
        Assert.Equal(2, (await page.SendAsync()).Value);
        Assert.Equal("Avant. Pendant. ", await room.TextAsync());
        Assert.Equal(HttpStatusCode.OK, await HealthAsync(product));
    }

    [Fact]
    public async Task A_full_disk_is_said_nothing_is_acknowledged_and_work_goes_on_when_there_is_room_again()
    {
        if (Product.IsPostgres)
        {
            return; // The running product of this test keeps its data in a file.
        }

        using var running = new RunningProduct();
        await running.StartAsync();
        using var backstage = new Backstage(running);
        var room = await WritingRoom.OpenAsync(backstage);
        await using var page = backstage.LivePage(room.Document.Id, await room.WelcomeAsync());
        await page.OpenAsync();
        await page.WriteAsync("Avant. ");

        await running.LimitFilesAsync(4_096);
        page.Append("Pendant. ");
        var refused = (await page.SendAsync()).Refused;
        var kept = (await room.ChangesAsync()).Count;
        await running.LimitFilesAsync(null);
        var answer = await page.SendAsync();

        Assert.Equal(NotSaved, refused?.Code);
        Assert.NotEmpty(refused!.Sentence);
        Assert.Equal(1, kept);
        Assert.Equal(2, answer.Value);
        await page.UntilAsync(p => p.Waiting == 0);
        Assert.Equal("Avant. Pendant. ", await room.TextAsync());
    }

    private static async Task<HttpStatusCode> HealthAsync(Product product)
    {
        using var client = product.CreateClient();
        using var answer = await client.GetAsync("/sante");
        return answer.StatusCode;
    }

    private sealed class Impatient : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Drafting:WriterStuckSeconds"] = "1" };
    }
}
