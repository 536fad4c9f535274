using Deliberation.Domain;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Every half minute, publishes the signed answers whose day has come, all of them at one and the same moment.</summary>
internal sealed class PublicationRound(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<PublicationRound> log
) : Rounds(TimeSpan.FromSeconds(30), clock, log)
{
    private const int AtOnce = 1_000;

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        PublishAsync(cancellationToken);

    internal async Task PublishAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        foreach (var id in await DueAsync(now, cancellationToken))
        {
            try
            {
                await PublishAsync(id, now, cancellationToken);
            }
            catch (RuleBroken broken)
            {
                await ReturnAsync(id, broken.Rule, now, cancellationToken);
            }
            catch (DbUpdateException failure) when (Overtaken.Is(failure))
            {
                // Someone, or another node, was faster: the next round sees what is left.
            }
        }
    }

    private async Task<List<Guid>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await Answers(scope)
            .Where(answer => answer.Stage == AnswerStage.Signed && answer.EffectiveAt <= now)
            .OrderBy(answer => answer.EffectiveAt)
            .ThenBy(answer => answer.Id)
            .Select(answer => answer.Id)
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    // Each in a scope of its own: one that cannot be published does not hold back the others.
    private async Task PublishAsync(Guid id, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = await Answers(scope).FirstAsync(answer => answer.Id == id, cancellationToken);
        if (answer.IsDue(now))
        {
            var publication = scope.ServiceProvider.GetRequiredService<Publication>();
            await publication.GiveAsync(answer, now, cancellationToken);
        }
    }

    private async Task ReturnAsync(
        Guid id,
        Rule broken,
        DateTimeOffset now,
        CancellationToken cancellationToken
    )
    {
        await using var scope = scopes.CreateAsyncScope();
        var answer = await Answers(scope).FirstAsync(answer => answer.Id == id, cancellationToken);
        answer.Return(broken, now);
        await scope.ServiceProvider.GetRequiredService<DeliberationDb>().SaveChangesAsync(cancellationToken);
    }

    private static IQueryable<PreparedAnswer> Answers(AsyncServiceScope scope) =>
        scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<PreparedAnswer>()
            .Include(answer => answer.Steps);
}
