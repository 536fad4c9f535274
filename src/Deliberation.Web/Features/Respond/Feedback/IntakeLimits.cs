using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// How many feedbacks one address may send, and how many wrong codes it may try, in ten minutes. Generous, because a
/// whole hospital or a phone operator may share one address; never a CAPTCHA.
/// </summary>
internal sealed class IntakeLimits(IConfiguration configuration) : IDisposable
{
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(10);

    public PartitionedRateLimiter<string> Intake { get; } =
        PerAddress(configuration.GetValue("Feedback:IntakePerTenMinutes", 120));

    public PartitionedRateLimiter<string> Guesses { get; } =
        PerAddress(configuration.GetValue("Feedback:GuessesPerTenMinutes", 20));

    /// <summary>Counts one try; the minutes to wait when there were too many, and the header that says so.</summary>
    public int? Refuse(HttpContext context, PartitionedRateLimiter<string> limiter, int tries = 1)
    {
        using var lease = limiter.AttemptAcquire(AddressOf(context), tries);
        if (lease.IsAcquired)
        {
            return null;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var asked) ? asked : Window;
        context.Response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds)
            .ToString(CultureInfo.InvariantCulture);
        return (int)Math.Ceiling(wait.TotalMinutes);
    }

    public void Dispose()
    {
        Intake.Dispose();
        Guesses.Dispose();
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
