using Deliberation.Domain.Respond.Tracking;
using FsCheck;
using FsCheck.Fluent;

namespace Deliberation.Domain.Tests.Respond.Tracking;

public sealed class StandingTests
{
    private static readonly DateTimeOffset Now = new(2022, 1, 10, 9, 0, 0, TimeSpan.Zero);
    private static readonly Body[] Bodies =
    [
        new(Guid.CreateVersion7(), "dns", "Délégation", IsFictional: true),
        new(Guid.CreateVersion7(), "ans", "Agence", IsFictional: true),
    ];

    [Fact]
    public void Replaying_the_history_gives_the_state_at_every_date() =>
        Prop.ForAll(
                ArbMap.Default.ArbFor<int>(),
                seed =>
                {
                    var chance = new Random(seed);
                    var (treatment, known) = Lived(chance);
                    return Enumerable
                        .Range(0, 40)
                        .Select(_ => Now.AddMinutes(chance.Next(-1_000, 60 * 24 * 120)))
                        .Concat(known.Select(state => state.At))
                        .Concat(known.Select(state => state.At.AddTicks(1)))
                        .All(moment =>
                            Standing.Before(treatment, moment)
                            == known.LastOrDefault(state => state.At < moment).Standing
                        );
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void A_proposition_published_later_had_no_state_yet()
    {
        var treatment = Open();

        Assert.Null(Standing.Before(treatment, Now));
        Assert.Null(Standing.AtTheEndOf(treatment, new DateOnly(2022, 1, 9)));
        Assert.NotNull(Standing.AtTheEndOf(treatment, new DateOnly(2022, 1, 10)));
    }

    [Theory]
    [InlineData("2022-01-10", "2022-01-10T23:00:00Z")] // winter: Paris is one hour ahead
    [InlineData("2022-07-10", "2022-07-10T22:00:00Z")]
    [InlineData("2022-03-27", "2022-03-27T22:00:00Z")] // 23 hours long
    [InlineData("2022-10-30", "2022-10-30T23:00:00Z")] // 25 hours long
    [InlineData("2021-12-31", "2021-12-31T23:00:00Z")]
    public void A_day_ends_at_midnight_in_Paris(string day, string end)
    {
        var moment = WorkingDays.EndOf(DateOnly.Parse(day, null));

        Assert.Equal(DateTimeOffset.Parse(end, null), moment);
        Assert.Equal(DateOnly.Parse(day, null), WorkingDays.DateInParis(moment.AddTicks(-1)));
        Assert.Equal(DateOnly.Parse(day, null).AddDays(1), WorkingDays.DateInParis(moment));
    }

    private static (Treatment Treatment, List<(DateTimeOffset At, Standing? Standing)> Known) Lived(
        Random chance
    )
    {
        var treatment = Open();
        var known = new List<(DateTimeOffset, Standing?)> { (Now, Seen(treatment)) };
        var at = Now;
        for (var step = chance.Next(12); step > 0; step--)
        {
            at = at.AddMinutes(chance.Next(1, 60 * 24 * 10));
            var charged = Bodies.First(body => body.Id == treatment.BodyId);
            Live(treatment, charged, chance, at);
            known.Add((at, Seen(treatment)));
        }

        return (treatment, known);
    }

    private static void Live(Treatment treatment, Body charged, Random chance, DateTimeOffset at)
    {
        var today = WorkingDays.DateInParis(at);
        switch (chance.Next(7))
        {
            case 4:
                treatment.Withdraw(2, "La proposition est laissée de côté.", at);
                break;
            case 5:
                treatment.Restore(3, new(charged, today.AddDays(60), "engagement du ministère"), at);
                break;
            case 0:
                treatment.EntrustTo(Bodies.First(body => body != charged), at);
                break;
            case 1 when treatment.ExpectedOn >= today:
                treatment.Suspend("Le Conseil d’État rend son avis en mai.", charged, at);
                break;
            case 2 when treatment.SuspendedOn < today:
                treatment.Resume(charged, at);
                break;
            case 3 when treatment.AnswerCount > 0 && treatment.WithdrawnAt is null:
                treatment.OweSecondAnswer(today.AddDays(40), "règle de la deuxième réponse", at);
                break;
            default:
                treatment.Answer(Answer(chance, at), charged, StatusScheme.Default, at);
                break;
        }
    }

    private static Standing Seen(Treatment treatment) =>
        new(
            treatment.AnswerCount,
            treatment.Latest,
            treatment.BodyId,
            treatment.ExpectedOn,
            treatment.SuspendedOn,
            treatment.WithdrawnAt is not null
        );

    private static TreatmentAnswer Answer(Random chance, DateTimeOffset at) =>
        new()
        {
            Key = Guid.CreateVersion7(),
            Status = StatusScheme.Default.Statuses[chance.Next(6)].Code,
            Reason = "Deux cents personnes essaient la clé dans trois communes.",
            Function = "Bureau des usagers",
            NextUpdateOn =
                chance.Next(2) == 0 ? null : WorkingDays.DateInParis(at).AddDays(chance.Next(1, 90)),
        };

    private static Treatment Open() =>
        Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, "AC-2022-01-P3", "Une clé remise au guichet", "acces"),
            new(Bodies[0], new DateOnly(2022, 3, 1), "engagement du ministère"),
            Now
        );
}
