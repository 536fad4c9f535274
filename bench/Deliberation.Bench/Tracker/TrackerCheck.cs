using System.Globalization;
using System.Text.Json;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Features.Search;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Feedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Bench.Tracker;

/// <summary>
/// Opens generated data with the product and looks whether it could have made them itself: references, register, what
/// the tracker shows against what was sealed, and a sample of propositions replayed and compared with the lists.
/// </summary>
internal static class TrackerCheck
{
    private const int Sample = 200;

    /// <exception cref="InvalidOperationException">Something is not as the product would have made it.</exception>
    public static async Task RunAsync(string folder, int seed)
    {
        using var product = new Opened(folder);
        await product.ReadAsync(async db =>
        {
            await ReferencesAsync(db);
            await RegisterAsync(db);
            await TreatmentsAsync(db, new Chance(seed));
            await FeedbacksAsync(db);
            return true;
        });
    }

    private static async Task ReferencesAsync(DeliberationDb db)
    {
        var broken = await db
            .Database.SqlQuery<string>($"SELECT \"table\" AS Value FROM pragma_foreign_key_check LIMIT 1")
            .ToListAsync();
        Require(broken.Count == 0, "a row refers to nothing", broken);
    }

    private static async Task RegisterAsync(DeliberationDb db)
    {
        var audit = new LedgerAudit();
        await foreach (
            var entry in db.Set<LedgerEntry>()
                .AsNoTracking()
                .OrderBy(entry => entry.Number)
                .AsAsyncEnumerable()
        )
        {
            audit.Read(entry);
        }

        Require(
            audit.Conclude().Count == 0,
            "the register is not whole",
            audit.Conclude().Take(3).Select(fault => fault.ToString())
        );
        var differences = await new PublishedActs(db).DifferencesAsync();
        Require(differences.Count == 0, "what is shown was not sealed", differences.Take(3));
    }

    private static async Task TreatmentsAsync(DeliberationDb db, Chance chance)
    {
        var references = await db.Set<Treatment>().Select(treatment => treatment.Reference).ToListAsync();
        var list = new TreatmentList(db, TimeProvider.System);
        for (var count = 0; count < Sample; count++)
        {
            var reference = chance.Of(references);
            var treatment = await db.Set<Treatment>()
                .AsNoTracking()
                .Include(one => one.Updates)
                .Include(one => one.Entrustments)
                .Include(one => one.Expectations)
                .AsSplitQuery()
                .SingleAsync(one => one.Reference == reference);
            await StandingsAsync(db, treatment);
            var past = chance.Between(treatment.OpenedAt, DateTimeOffset.UtcNow);
            foreach (DateTimeOffset? moment in new DateTimeOffset?[] { null, past })
            {
                var row = await list.Rows(moment).FirstOrDefaultAsync(one => one.Reference == reference);
                var standing = Standing.Before(treatment, moment ?? DateTimeOffset.MaxValue);
                Require(AreSame(standing, row), "replaying gives another state", [reference]);
            }
        }
    }

    private static async Task StandingsAsync(DeliberationDb db, Treatment treatment)
    {
        var tracker = await db.Set<OpinionTracker>().SingleAsync(one => one.Id == treatment.OpinionId);
        var kept = await db.Set<KeptStanding>()
            .AsNoTracking()
            .Where(standing => standing.TreatmentId == treatment.Id)
            .OrderBy(standing => standing.From)
            .ToListAsync();
        var told = StandingSeries.Of(treatment, tracker);
        Require(
            kept.Select(Tell).SequenceEqual(told.Select(Tell)),
            "lists are read from another history",
            [treatment.Reference]
        );
    }

    private static string Tell(KeptStanding standing) => JsonSerializer.Serialize(standing);

    private static bool AreSame(Standing? standing, TreatmentRow? row) =>
        standing is null || row is null
            ? standing is null && row is null
            : standing.AnswerCount == row.Answers
                && standing.Latest?.Status == row.Status
                && standing.BodyId == row.BodyId
                && standing.ExpectedOn == row.ExpectedOn
                && standing.SuspendedOn == row.SuspendedOn
                && standing.IsWithdrawn == row.IsWithdrawn;

    private static async Task FeedbacksAsync(DeliberationDb db)
    {
        var sample = await db.Set<Feedback>()
            .AsNoTracking()
            .OrderBy(feedback => feedback.CodeHash)
            .Take(Sample)
            .ToListAsync();
        foreach (var feedback in sample)
        {
            var (id, found) = (
                SearchEntry.IdOf($"/retours/{feedback.Number}"),
                WhenFeedbackChanged.Of(feedback)
            );
            var kept = await db.Set<SearchEntry>()
                .AsNoTracking()
                .FirstOrDefaultAsync(entry => entry.Id == id);
            Require(kept?.Text == found?.Text, "the search knows something else", [feedback.Number]);
            Require(
                feedback.Steps[^1].Stage == feedback.Stage || feedback.Stage.IsPublic(),
                "the last step is not the stage",
                [feedback.Number]
            );
        }
    }

    private static void Require(bool condition, string fault, IEnumerable<object> where)
    {
        if (!condition)
        {
            throw new InvalidOperationException(
                string.Create(CultureInfo.InvariantCulture, $"{fault}: {string.Join(", ", where)}")
            );
        }
    }

    private sealed class Opened(string folder) : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["DataFolder"] = folder,
                ["Seed"] = "none",
            };
    }
}
