using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Whether what people type still reaches the disk.</summary>
internal sealed class WriterHealth(ChangeWriter writer, IOptions<DraftingLimits> limits) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(
        HealthCheckContext context,
        CancellationToken cancellationToken = default
    )
    {
        var patience = TimeSpan.FromSeconds(limits.Value.WriterStuckSeconds);
        var health =
            writer.BusyFor > patience ? HealthCheckResult.Unhealthy("The writer of live texts is stuck.")
            : writer.HasJustFailed ? HealthCheckResult.Unhealthy("Live texts could not be written.")
            : HealthCheckResult.Healthy();
        return Task.FromResult(health);
    }
}
