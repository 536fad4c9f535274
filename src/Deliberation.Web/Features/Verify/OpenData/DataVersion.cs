using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>
/// Lets a reader who already has the data not take them again. Whatever is public changes the register, and lateness
/// changes with the day: the last entry's number and the date say whether anything is new.
/// </summary>
internal sealed class DataVersion(DeliberationDb db, TimeProvider clock)
{
    private static readonly string Build =
        typeof(DataVersion).Assembly.ManifestModule.ModuleVersionId.ToString("N")[..8];

    /// <summary>Writes the validator; true when the reader's copy is still good, and 304 has been answered.</summary>
    public async Task<bool> IsKnownAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var last = await db.Set<LedgerEntry>()
            .OrderByDescending(entry => entry.Number)
            .Select(entry => new { entry.Number, entry.At })
            .FirstOrDefaultAsync(cancellationToken);
        var today = WorkingDays.DateInParis(clock.GetUtcNow());
        return IsKnown(context, $"{last?.Number ?? 0}-{today.DayNumber}", last?.At);
    }

    /// <summary>The same, for data that change otherwise.</summary>
    public static bool IsKnown(HttpContext context, string version, DateTimeOffset? changedAt = null)
    {
        var tag = new EntityTagHeaderValue($"\"{version}-{Build}\"", isWeak: true);
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.LastModified = changedAt;
        headers.CacheControl = new CacheControlHeaderValue { Public = true, NoCache = true };
        context.Response.Headers.AccessControlAllowOrigin = "*";
        var known = context
            .Request.GetTypedHeaders()
            .IfNoneMatch.Any(mine => mine.Compare(tag, useStrongComparison: false));
        if (known)
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
        }

        return known;
    }
}
