using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>The thresholds that hold now: what administrators decided, and where they did not, the settings.</summary>
internal sealed class Thresholds(DeliberationDb db, IOptions<SubjectSettings> settings)
{
    public async Task<ThresholdTable> ReadAsync(CancellationToken cancellationToken)
    {
        var decided = await db.Set<ThemeThreshold>()
            .AsNoTracking()
            .Select(one => new
            {
                one.Theme,
                one.Feedbacks,
                one.Days,
            })
            .ToListAsync(cancellationToken);
        return new ThresholdTable(
            settings.Value,
            decided.ToDictionary(
                one => one.Theme,
                one => new AgendaThreshold(one.Feedbacks, one.Days),
                StringComparer.Ordinal
            )
        );
    }
}

/// <summary>A decision on a theme goes before its setting, which goes before what is decided, then set, for all.</summary>
internal sealed record ThresholdTable(
    SubjectSettings Settings,
    IReadOnlyDictionary<string, AgendaThreshold> Decided
)
{
    public AgendaThreshold Everywhere =>
        Decided.GetValueOrDefault(ThemeThreshold.Everywhere) ?? Settings.Usual;

    /// <param name="theme">Its key; <see cref="ThemeThreshold.Everywhere"/> or nothing: what holds for the others.</param>
    public AgendaThreshold For(string? theme) =>
        theme is not null && Decided.TryGetValue(theme, out var decided)
            ? decided
            : Settings.For(theme, Everywhere);
}
