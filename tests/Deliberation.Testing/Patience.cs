using System.Diagnostics;

namespace Deliberation.Testing;

/// <summary>Waits for what comes by itself, and gives up aloud.</summary>
public static class Patience
{
    public static Task UntilAsync(Func<bool> holds, int seconds = 10) =>
        UntilAsync(() => Task.FromResult(holds()), seconds);

    public static async Task UntilAsync(Func<Task<bool>> holdsAsync, int seconds = 10)
    {
        var clock = Stopwatch.StartNew();
        while (!await holdsAsync())
        {
            Assert.True(clock.Elapsed.TotalSeconds < seconds, $"Nothing came within {seconds} seconds.");
            await Task.Delay(10);
        }
    }
}
