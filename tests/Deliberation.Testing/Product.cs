using System.Net.WebSockets;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security.Sessions;
using MediatR;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace Deliberation.Testing;

/// <summary>
/// The whole product on a database of its own: a SQLite file, or a database of the cluster that
/// <c>TEST_POSTGRES</c> names. Nothing of ours is replaced.
/// </summary>
public class Product : WebApplicationFactory<Program>
{
    private static readonly string? Cluster = Environment.GetEnvironmentVariable("TEST_POSTGRES");

    // Migrated once: each product begins with a copy of what it would have come to.
    private static readonly Lazy<MigratedDatabase> Beginning = new(MigratedDatabase.Make);

    // Linux gives a user 128 watchers of files: dozens of products at once, and browsers beside them, need more.
    static Product() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");

    private readonly string name = $"deliberation_{Guid.NewGuid():N}";

    public string DataFolder { get; } = Directory.CreateTempSubdirectory("deliberation-").FullName;

    /// <summary>Where the data is kept, once the product runs on PostgreSQL.</summary>
    public string? ConnectionString { get; private set; }

    public static bool IsPostgres => Cluster is not null;

    /// <summary>Production unless a test says otherwise: what is only for development must be absent by default.</summary>
    protected virtual string EnvironmentName => "Production";

    /// <summary>A copy of a migrated database, and not a place where there is none yet.</summary>
    internal virtual bool BeginsMigrated => true;

    /// <summary>Settings of this product only, over those of appsettings.json.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Does what a page would do.</summary>
    public async Task<T> SendAsync<T>(IRequest<T> message)
    {
        await using var scope = Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IMediator>().Send(message);
    }

    internal async Task<T> ReadAsync<T>(Func<DeliberationDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<DeliberationDb>());
    }

    internal async Task KeepAsync(params object[] things)
    {
        await using var scope = Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        db.AddRange(things);
        await db.SaveChangesAsync();
    }

    /// <summary>A browser without JavaScript; signed in, with a passkey, when a person is given.</summary>
    public Browser Browse(Guid? person = null) => Browse(person, SignInMeans.Passkey);

    internal Browser Browse(Guid? person, SignInMeans means)
    {
        var client = CreateClient(
            new WebApplicationFactoryClientOptions
            {
                AllowAutoRedirect = false,
                BaseAddress = new Uri("https://localhost"),
                HandleCookies = true,
            }
        );
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return new Browser(client, person is null ? null : SignedInCookie.For(Services, person.Value, means));
    }

    /// <summary>A socket to a hub, as a browser opens it from our pages unless another origin is given.</summary>
    public virtual Task<WebSocket> SocketAsync(
        string path,
        string? cookie,
        string? origin,
        CancellationToken cancellationToken
    )
    {
        var sockets = Server.CreateWebSocketClient();
        sockets.ConfigureRequest = request =>
        {
            request.Headers.Origin = origin ?? "https://localhost";
            request.Headers.Cookie = cookie;
        };
        return sockets.ConnectAsync(new Uri($"wss://localhost{path}"), cancellationToken);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        builder.UseSetting("DataFolder", DataFolder);
        if (Cluster is not null)
        {
            builder.UseSetting("Database", "Postgres");
            builder.UseSetting("ConnectionStrings:Deliberation", ConnectionString = CreateDatabase(Cluster));
        }
        else if (BeginsMigrated)
        {
            Beginning.Value.CopyTo(DataFolder);
        }

        foreach (var (key, value) in Settings)
        {
            builder.UseSetting(key, value);
        }
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (disposing && ConnectionString is { } own)
        {
            using var last = new NpgsqlConnection(own);
            NpgsqlConnection.ClearPool(last);
        }

        if (disposing && Directory.Exists(DataFolder))
        {
            // No clearing of all pools: it would close the databases of tests that still run.
            Directory.Delete(DataFolder, recursive: true);
        }
    }

    private string CreateDatabase(string cluster)
    {
        using var connection = new NpgsqlConnection(cluster);
        connection.Open();
        var template = BeginsMigrated ? $" TEMPLATE {Beginning.Value.Name}" : "";
        using var create = new NpgsqlCommand($"CREATE DATABASE {name}{template}", connection);
        create.ExecuteNonQuery();
        return new NpgsqlConnectionStringBuilder(cluster) { Database = name, MaxPoolSize = 20 }.ToString();
    }
}
