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

    /// <summary>Once an answer used the scale, its words no longer change: earlier answers would say something else.</summary>
    public bool IsSchemeInUse { get; private set; }

    public StatusScheme Scheme => new([.. statuses.OrderBy(status => status.Position)]);

    /// <summary>Opens the tracker of an opinion that is being published.</summary>
    /// <exception cref="RuleBroken">The scale is not one that can be used: see <see cref="Adopt"/>.</exception>
    public static OpinionTracker Open(TrackedOpinion opinion, StatusScheme scheme, DateTimeOffset now)
    {
        RequireAScale(scheme);

        var tracker = new OpinionTracker
        {
            Id = opinion.Id,
            Reference = opinion.Reference,
            Slug = opinion.Slug,
            Title = opinion.Title,
            OpenedAt = now,
        };
        tracker.Take(scheme);
        return tracker;
    }

    /// <summary>Chooses another scale for the answers to come, publicly, as long as none was given.</summary>
    /// <exception cref="RuleBroken">
    /// The present one was used; the new one has fewer than 2 or more than 20 statuses, gives a code twice, or a status
    /// without its words, code, icon or category.
    /// </exception>
    public void Adopt(StatusScheme scheme, DateTimeOffset now)
    {
        Require(!IsSchemeInUse, TrackingRules.AScaleIsFixedOnceUsed);
        RequireAScale(scheme);

        statuses.Clear();
        Take(scheme);
        Record(new SchemeAdopted(Id, Reference, [.. scheme.Statuses.Select(SchemeStatus.Of)], now));
    }

    /// <summary>The scale, for an answer that is about to be given with it: from then on it is fixed.</summary>
    public StatusScheme Use()
    {
        IsSchemeInUse = true;
        return Scheme;
    }

    private static void RequireAScale(StatusScheme scheme)
    {
        Require(
            scheme.Statuses.Count is >= 2 and <= StatusScheme.Most
                && scheme.Statuses.DistinctBy(status => status.Code).Count() == scheme.Statuses.Count,
            TrackingRules.AScaleHasDistinctStatuses
        );
        Require(scheme.Statuses.All(status => status.IsSaidInFull), TrackingRules.AStatusIsSaidInFull);
    }

    // Copies: two trackers must not keep the same objects.
    private void Take(StatusScheme scheme) =>
        statuses.AddRange(scheme.Statuses.Select((status, i) => status with { Position = i + 1 }));
}

/// <summary>The opinion a tracker follows, as it is published.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Reference">Its published name: <c>AC-2021-01</c>.</param>
/// <param name="Slug">The last part of its address.</param>
/// <param name="Title">Its title.</param>
public sealed record TrackedOpinion(Guid Id, string Reference, string Slug, string Title);
