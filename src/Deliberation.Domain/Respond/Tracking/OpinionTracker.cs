namespace Deliberation.Domain.Respond.Tracking;

/// <summary>What the public follows of one published opinion: its name, and the scale its answers use.</summary>
public sealed class OpinionTracker : Aggregate
{
    private readonly List<Status> statuses = [];

    private OpinionTracker() { }

    /// <summary>The opinion's own id.</summary>
    public Guid Id { get; private set; }

    /// <summary>Its published name, never renumbered: <c>AC-2021-01</c>.</summary>
    public string Reference { get; private set; } = "";

    /// <summary>The last part of its address, the same as the opinion's.</summary>
    public string Slug { get; private set; } = "";

    public string Title { get; private set; } = "";

    public DateTimeOffset OpenedAt { get; private set; }

    public StatusScheme Scheme => new([.. statuses.OrderBy(status => status.Position)]);

    /// <summary>Opens the tracker of an opinion that is being published.</summary>
    /// <exception cref="RuleBroken">The scale is empty, or gives one code twice.</exception>
    public static OpinionTracker Open(TrackedOpinion opinion, StatusScheme scheme, DateTimeOffset now)
    {
        Require(
            scheme.Statuses.Count >= 2
                && scheme.Statuses.DistinctBy(status => status.Code).Count() == scheme.Statuses.Count,
            TrackingRules.AScaleHasDistinctStatuses
        );

        var tracker = new OpinionTracker
        {
            Id = opinion.Id,
            Reference = opinion.Reference,
            Slug = opinion.Slug,
            Title = opinion.Title,
            OpenedAt = now,
        };
        // Copies: two trackers must not keep the same objects.
        tracker.statuses.AddRange(scheme.Statuses.Select(status => status with { }));
        return tracker;
    }
}

/// <summary>The opinion a tracker follows, as it is published.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">Its published name: <c>AC-2021-01</c>.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its title.</param>
public sealed record TrackedOpinion(Guid Id, string Reference, string Slug, string Title);
