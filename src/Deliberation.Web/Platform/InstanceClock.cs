namespace Deliberation.Web.Platform;

/// <summary>The clock of this instance. Loading past processes travels: within <see cref="At"/>, now is then.</summary>
internal sealed class InstanceClock : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> elsewhen = new();

    public override DateTimeOffset GetUtcNow() => elsewhen.Value ?? base.GetUtcNow();

    /// <summary>From here to the end of the using block, and in what it awaits, the clock shows this instant.</summary>
    public IDisposable At(DateTimeOffset instant)
    {
        var before = elsewhen.Value;
        elsewhen.Value = instant.ToUniversalTime();
        return new Return(() => elsewhen.Value = before);
    }

    private sealed class Return(Action back) : IDisposable
    {
        public void Dispose() => back();
    }
}

internal static class ClockSetup
{
    public static void AddClock(this IServiceCollection services)
    {
        services.AddSingleton<InstanceClock>();
        services.AddSingleton<TimeProvider>(provider => provider.GetRequiredService<InstanceClock>());
    }
}
