using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// How many feedbacks one address may send, and how many wrong codes it may try, in ten minutes; how many one key may
/// bring in a minute. Generous, because a whole hospital or a phone operator may share one address; never a CAPTCHA.
/// </summary>
internal sealed class IntakeLimits(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public PartitionedRateLimiter<string> Intake { get; } =
        PerAddress(configuration.GetValue("Feedback:IntakePerTenMinutes", 120));

    public PartitionedRateLimiter<string> Guesses { get; } =
        PerAddress(configuration.GetValue("Feedback:GuessesPerTenMinutes", 20));

    private readonly int perKey = configuration.GetValue("Feedback:PerKeyPerMinute", 6_000);

    private readonly PartitionedRateLimiter<Guid> keys = PartitionedRateLimiter.Create<Guid, Guid>(key =>
        RateLimitPartition.GetFixedWindowLimiter(
            key,
            _ => new FixedWindowRateLimiterOptions
            {
                PermitLimit = configuration.GetValue("Feedback:PerKeyPerMinute", 6_000),
                Window = TimeSpan.FromMinutes(1),
            }
        )
    );

    /// <summary>Counts so many feedbacks that one key brings; true, and the header, when that is too many in a minute.</summary>
    public bool RefuseKey(HttpContext context, Guid key, int feedbacks)
    {
        using var lease = keys.AttemptAcquire(key, Math.Min(feedbacks, perKey));
        if (!lease.IsAcquired)
        {
            Tell(context, lease, TimeSpan.FromMinutes(1));
        }

        return !lease.IsAcquired;
    }

    /// <summary>Counts one try; the minutes to wait when there were too many, and the header that says so.</summary>
    public int? Refuse(HttpContext context, PartitionedRateLimiter<string> limiter, int tries = 1)
    {
        using var lease = limiter.AttemptAcquire(AddressOf(context), tries);
        if (lease.IsAcquired)
        {
            return null;
        }

        return (int)Math.Ceiling(Tell(context, lease, Window).TotalMinutes);
    }

    public void Dispose()
    {
        Intake.Dispose();
        Guesses.Dispose();
        keys.Dispose();
    }

    private static TimeSpan Tell(HttpContext context, RateLimitLease lease, TimeSpan window)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var asked) ? asked : window;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
        return wait;
    }

    private static PartitionedRateLimiter<string> PerAddress(int permits) =>
        PartitionedRateLimiter.Create<string, string>(
            address =>
                RateLimitPartition.GetFixedWindowLimiter(
                    address,
                    _ => new FixedWindowRateLimiterOptions { PermitLimit = permits, Window = Window }
                ),
            StringComparer.Ordinal
        );

    // A home has 2^64 addresses of version 6: its first half is what names it.
    private static string AddressOf(HttpContext context)
    {
        var address = context.Connection.RemoteIpAddress ?? IPAddress.None;
        address = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
