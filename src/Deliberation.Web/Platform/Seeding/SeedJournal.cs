using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>
/// Sends the pages' own commands, each once and at its own past moment. Steps are named, so that a load that
/// was cut short takes up where it stopped.
/// </summary>
internal sealed class SeedJournal(IServiceScopeFactory scopes, DatabaseChoice database, InstanceClock clock)
{
    private Dictionary<string, Guid> done = [];

    public DateTimeOffset Today { get; } =
        new(TimeZoneInfo.ConvertTime(TimeProvider.System.GetUtcNow(), Paris).Date, TimeSpan.Zero);

    private static TimeZoneInfo Paris => TimeZoneInfo.FindSystemTimeZoneById("Europe/Paris");

    /// <summary>Whether a step was done, asked without Entity Framework: most starts have nothing to load.</summary>
    public async Task<bool> WasDoneAsync(string key)
    {
        await using var connection = database.CreateConnection();
        await connection.OpenAsync();
        await using var ask = connection.CreateCommand();
        ask.CommandText = """SELECT COUNT(*) FROM "SeedSteps" WHERE "Key" = @key""";
        var name = ask.CreateParameter();
        (name.ParameterName, name.Value) = ("key", key);
        ask.Parameters.Add(name);
        return await ask.ExecuteScalarAsync() is > 0L;
    }

    public async Task OpenAsync()
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        done = await db.Set<SeedStep>()
            .AsNoTracking()
            .ToDictionaryAsync(step => step.Key, step => step.Result);
    }

    /// <summary>What an earlier step gave; the key must be known.</summary>
    public Guid this[string key] => done[key];

    public bool IsDone(string key) => done.ContainsKey(key);

    /// <summary>Ten in the morning in Paris, or about, so many days from the day of loading.</summary>
    public DateTimeOffset Day(int day) => Today.AddDays(day).AddHours(9);

    public DateOnly Date(int day) => DateOnly.FromDateTime(Day(day).UtcDateTime);

    public static DateTimeOffset Noon(DateOnly day) =>
        new(day.ToDateTime(new TimeOnly(11, 0)), TimeSpan.Zero);

    /// <summary>Does one named step at one moment, unless it was done before.</summary>
    public async Task<Guid> OnceAsync(string key, DateTimeOffset at, Func<IServiceProvider, Task<Guid>> step)
    {
        if (done.TryGetValue(key, out var known))
        {
            return known;
        }

        using var travelling = clock.At(at);
        await using var scope = scopes.CreateAsyncScope();
        var result = await step(scope.ServiceProvider);
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        db.ChangeTracker.Clear();
        db.Add(
            new SeedStep
            {
                Key = key,
                Result = result,
                DoneAt = TimeProvider.System.GetUtcNow(),
            }
        );
        await db.SaveChangesAsync();
        return done[key] = result;
    }

    public Task<Guid> SendAsync(string key, DateTimeOffset at, IRequest<Guid> command) =>
        OnceAsync(key, at, services => services.GetRequiredService<IMediator>().Send(command));

    public Task DoAsync(string key, DateTimeOffset at, IRequest<Unit> command) =>
        OnceAsync(
            key,
            at,
            async services =>
            {
                await services.GetRequiredService<IMediator>().Send(command);
                return Guid.Empty;
            }
        );
}
