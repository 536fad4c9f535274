using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Respond.Verdicts;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Has the members judge an answer as they would: each says why, and the window closes at its hour.</summary>
internal sealed class LoadVerdicts(
    SeedJournal journal,
    SeedSchedule schedule,
    string slug,
    IReadOnlyList<string> voters
)
{
    /// <param name="answered">When the answer is given; its members speak three days later.</param>
    public void Load(string reference, VerdictsNote said, DateTimeOffset answered)
    {
        var at = answered.AddDays(3);
        schedule.At(
            at,
            () =>
                journal.OnceAsync(
                    $"verdicts:{reference}:{answered:yyyy-MM-dd}",
                    at,
                    services => JudgeAsync(services, reference, said)
                )
        );
        var end = answered.AddDays(32);
        if (end < journal.Today)
        {
            schedule.At(
                end,
                () =>
                    journal.OnceAsync(
                        $"verdicts:{reference}:{answered:yyyy-MM-dd}:counted",
                        end,
                        async services =>
                        {
                            await services.GetRequiredService<VerdictClock>().CountAsync(default);
                            return Guid.Empty;
                        }
                    )
            );
        }
    }

    private async Task<Guid> JudgeAsync(IServiceProvider services, string reference, VerdictsNote said)
    {
        var mediator = services.GetRequiredService<IMediator>();
        var round = await services
            .GetRequiredService<DeliberationDb>()
            .Set<VerdictRound>()
            .Where(round => round.Reference == reference && round.ClosedAt == null)
            .Select(round => round.Id)
            .SingleAsync();
        foreach (var (voter, content) in voters.Zip(Contents(said)))
        {
            await mediator.Send(new Judge.Command(journal[voter], slug, round, content));
        }

        return round;
    }

    private static IEnumerable<VerdictContent> Contents(VerdictsNote said)
    {
        var spoken = said
            .Satisfying.Select(reason => (Judgement.Satisfying, reason))
            .Concat(said.Partly.Select(reason => (Judgement.Partly, reason)))
            .Concat(said.Insufficient.Select(reason => (Judgement.Insufficient, reason)));
        foreach (var (index, (judgement, reason)) in spoken.Index())
        {
            Fidelity? fidelity = index < said.Fidelity.Count ? said.Fidelity[index] : null;
            yield return new VerdictContent(judgement, reason, fidelity);
        }

        for (var silent = 0; silent < said.NoOpinion; silent++)
        {
            yield return new VerdictContent(Judgement.NoOpinion, null, null);
        }
    }
}
