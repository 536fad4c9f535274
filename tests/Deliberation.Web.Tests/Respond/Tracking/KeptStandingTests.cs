using Deliberation.Domain;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Persistence.Migrations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Tracking;

/// <summary>What lists are read from against the history, after lives drawn by chance, clock that jumps included.</summary>
public sealed class KeptStandingTests(Product product) : IClassFixture<Product>
{
    private const int Verbs = 9;

    /// <summary>Those there were when standings began to be kept.</summary>
    private const int VerbsOfOld = 6;

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public async Task Lists_of_any_moment_are_read_from_what_replaying_the_history_gives(int seed)
    {
        var references = await LiveAsync(new Random(seed));

        foreach (var reference in references)
        {
            var (treatment, kept) = await ReadAsync(reference);
            var moments = kept.SelectMany(one => new[] { one.From, one.Until })
                .SelectMany(moment =>
                    new[] { moment.AddMilliseconds(-1), moment, moment.AddMilliseconds(1) }
                );
            foreach (var moment in moments)
            {
                var standing = Standing.Before(treatment, moment);
                var held = kept.SingleOrDefault(one => one.From < moment && one.Until >= moment);
                Assert.True(held is null || StretchTree.Above(moment).Contains(held.Knot));
                Assert.Equal(Tell(standing), moment > KeptStanding.Open ? Tell(standing) : Tell(held));
            }

            Assert.Equal(treatment.OwesSecondAnswer, kept[^1].OwesSecondAnswer);
            Assert.Equal(treatment.WithdrawnAt is not null, kept[^1].IsWithdrawn);
            Assert.Equal(treatment.Latest?.EvidenceLink is not null, kept[^1].IsDocumented);
            Assert.Equal(treatment.Latest?.At ?? treatment.OpenedAt, kept[^1].Since);
            Assert.Equal(
                treatment.Updates.Count == 0 ? null : treatment.Updates[0].At,
                kept[^1].FirstAnsweredAt
            );
        }
    }

    [Fact]
    public async Task An_older_database_is_told_the_same()
    {
        var references = await LiveAsync(new Random(6), VerbsOfOld);
        var kept = await AllAsync(references);

        await product.ReadAsync(async db =>
        {
            var end = Product.IsPostgres ? "TIMESTAMPTZ '9999-12-31 00:00:00+00'" : "'9999-12-31 00:00:00'";
            using var turn = await product
                .Services.GetRequiredService<WriterQueue>()
                .EnterAsync(CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("DELETE FROM \"Standings\"");
            await db.Database.ExecuteSqlRawAsync(M044Standings.Telling(end));
            return await db.Database.ExecuteSqlRawAsync(M064StandingKnots.Telling(!Product.IsPostgres));
        });

        Assert.Equivalent(kept, await AllAsync(references), strict: true);
    }

    [Fact]
    public async Task What_was_withdrawn_before_it_was_counted_apart_is_told_the_same()
    {
        var references = await LiveAsync(new Random(7));
        var kept = await AllAsync(references);

        await product.ReadAsync(async db =>
        {
            using var turn = await product
                .Services.GetRequiredService<WriterQueue>()
                .EnterAsync(CancellationToken.None);
            await db.Database.ExecuteSqlRawAsync("UPDATE \"Standings\" SET \"IsWithdrawn\" = FALSE");
            return await db.Database.ExecuteSqlRawAsync(M065WithdrawnStandings.Telling);
        });

        Assert.Contains(kept, one => one.IsWithdrawn);
        Assert.Equivalent(kept, await AllAsync(references), strict: true);
    }

    private static (int, string?, Guid, DateOnly?, bool)? Tell(Standing? standing) =>
        standing is null
            ? null
            : (
                standing.AnswerCount,
                standing.Latest?.Status,
                standing.BodyId,
                standing.ExpectedOn,
                standing.IsWithdrawn
            );

    private static (int, string?, Guid, DateOnly?, bool)? Tell(KeptStanding? kept) =>
        kept is null ? null : (kept.Answers, kept.Status, kept.BodyId, kept.ExpectedOn, kept.IsWithdrawn);

    private Task<List<KeptStanding>> AllAsync(IReadOnlyList<string> references) =>
        product.ReadAsync(db =>
            db.Set<KeptStanding>()
                .AsNoTracking()
                .Where(one =>
                    db.Set<Treatment>()
                        .Any(treatment =>
                            treatment.Id == one.TreatmentId && references.Contains(treatment.Reference)
                        )
                )
                .OrderBy(one => one.TreatmentId)
                .ThenBy(one => one.From)
                .ToListAsync()
        );

    private Task<(Treatment, List<KeptStanding>)> ReadAsync(string reference) =>
        product.ReadAsync(async db =>
        {
            var treatment = await Whole(db).AsNoTracking().FirstAsync(one => one.Reference == reference);
            var kept = await db.Set<KeptStanding>()
                .AsNoTracking()
                .Where(one => one.TreatmentId == treatment.Id)
                .OrderBy(one => one.From)
                .ToListAsync();
            return (treatment, kept);
        });

    private async Task<List<string>> LiveAsync(Random chance, int verbs = Verbs)
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 3);
        var other = await Given.BodyAsync(product);
        var references = Enumerable.Range(1, 3).Select(followed.Proposition).ToList();
        foreach (var reference in references)
        {
            var now = DateTimeOffset.UtcNow;
            for (var step = 0; step < 12; step++)
            {
                now = now.AddHours(chance.Next(-30, 400));
                await ActAsync(reference, chance.Next(verbs), [followed.Body, other], now);
            }
        }

        return references;
    }

    private Task ActAsync(string reference, int verb, IReadOnlyList<Body> bodies, DateTimeOffset now) =>
        product.ReadAsync(async db =>
        {
            var treatment = await Whole(db).FirstAsync(one => one.Reference == reference);
            var body = bodies.First(one => one.Id == treatment.BodyId);
            try
            {
                Act(treatment, verb, (body, bodies.First(one => one.Id != body.Id)), now);
            }
            catch (RuleBroken)
            {
                // Not every verb has its place at every moment.
            }

            return await db.SaveChangesAsync();
        });

    private static void Act(Treatment treatment, int verb, (Body Own, Body Other) body, DateTimeOffset now)
    {
        var promised = DateOnly.FromDateTime(now.UtcDateTime).AddDays(20);
        switch (verb)
        {
            case 0:
                treatment.Suspend("Le délai attend la publication d’un décret.", body.Own, now);
                break;
            case 1:
                treatment.Resume(body.Own, now);
                break;
            case 2:
                treatment.EntrustTo(body.Other, now);
                break;
            case 3:
                treatment.OweSecondAnswer(promised, "les membres n’ont pas été convaincus", now);
                break;
            case 6:
                var past = WorkingDays.DateInParis(now).AddDays(-3);
                var told = new EarlierAnswer(
                    Guid.CreateVersion7(),
                    "in-progress-long",
                    "Bilan tenu à part",
                    past,
                    "Bureau des usagers",
                    null
                );
                treatment.BringIn(told, body.Own, StatusScheme.Default, now);
                break;
            case 7:
                treatment.Withdraw(2, "La proposition est laissée de côté.", now);
                break;
            case 8:
                treatment.Restore(3, new FirstAnswer(body.Own, promised, "engagement d’essai"), now);
                break;
            default:
                var answer = Given.Answer(verb == 4 ? "taken-into-account" : "in-progress-short") with
                {
                    NextUpdateOn = verb == 4 ? null : promised,
                    EvidenceLink = verb == 4 ? "https://example.org/bilan" : null,
                };
                treatment.Answer(answer, body.Own, StatusScheme.Default, now);
                break;
        }
    }

    private static IQueryable<Treatment> Whole(DeliberationDb db) =>
        db.Set<Treatment>()
            .Include(one => one.Updates)
            .Include(one => one.Entrustments)
            .Include(one => one.Expectations)
            .AsSplitQuery();
}
