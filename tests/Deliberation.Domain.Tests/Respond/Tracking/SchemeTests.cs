using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class SchemeTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Status Done = StatusScheme.Default.Statuses[0] with { French = "C’est fait" };
    private static readonly Status Seen = StatusScheme.Default.Statuses[4] with { Code = "seen" };

    [Fact]
    public void Another_scale_is_chosen_publicly_and_keeps_its_order()
    {
        var tracker = Open();

        tracker.Adopt(new([Seen, Done]), Now);

        Assert.Equal(["seen", Done.Code], tracker.Scheme.Statuses.Select(status => status.Code));
        Assert.Equal([1, 2], tracker.Scheme.Statuses.Select(status => status.Position));
        var adopted = Assert.IsType<SchemeAdopted>(Assert.Single(tracker.TakeEvents()));
        Assert.Equal(("AC-2026-01", "C’est fait"), (adopted.Subject, adopted.Statuses[1].French));
    }

    [Fact]
    public void A_scale_is_fixed_once_an_answer_used_it()
    {
        var tracker = Open();
        tracker.Use();

        RuleAssert.Breaks(TrackingRules.AScaleIsFixedOnceUsed, () => tracker.Adopt(new([Seen, Done]), Now));
    }

    [Fact]
    public void A_scale_has_from_two_to_twenty_distinct_statuses()
    {
        var many = Enumerable.Range(0, 21).Select(i => Seen with { Code = $"code-{i}" });

        RuleAssert.Breaks(TrackingRules.AScaleHasDistinctStatuses, () => Open().Adopt(new([Done]), Now));
        RuleAssert.Breaks(
            TrackingRules.AScaleHasDistinctStatuses,
            () => Open().Adopt(new([Done, Done]), Now)
        );
        RuleAssert.Breaks(TrackingRules.AScaleHasDistinctStatuses, () => Open().Adopt(new([.. many]), Now));
    }

    public static TheoryData<Status> Incomplete =>
        [
            Seen with
            {
                Code = "À voir",
            },
            Seen with
            {
                French = " ",
            },
            Seen with
            {
                English = "",
            },
            Seen with
            {
                Icon = "skull",
            },
            Seen with
            {
                Pattern = "tartan",
            },
            Seen with
            {
                Category = (StatusCategory)99,
            },
        ];

    [Theory]
    [MemberData(nameof(Incomplete))]
    public void A_status_is_said_in_full(Status incomplete) =>
        RuleAssert.Breaks(
            TrackingRules.AStatusIsSaidInFull,
            () => Open().Adopt(new([Done, incomplete]), Now)
        );

    private static OpinionTracker Open() =>
        OpinionTracker.Open(
            new(Guid.CreateVersion7(), "AC-2026-01", "ac-2026-01", "Avis"),
            StatusScheme.Default,
            Now
        );
}
