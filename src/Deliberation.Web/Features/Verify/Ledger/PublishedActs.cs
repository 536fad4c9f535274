using System.Security.Cryptography;
using System.Text;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>Compares what the tracker shows with what the register sealed: neither may change without the other.</summary>
internal sealed class PublishedActs(DeliberationDb db)
{
    public async Task<IReadOnlyList<string>> DifferencesAsync()
    {
        var answers = await CompareAsync(nameof(TreatmentAnswered), Answers());
        var openings = await CompareAsync(nameof(TreatmentOpened), Openings());
        var verdicts = await CompareAsync(nameof(VerdictPublished), Verdicts());
        return [.. openings, .. answers, .. verdicts];
    }

    private async Task<IReadOnlyList<string>> CompareAsync(string kind, IAsyncEnumerable<IPublicAct> shown)
    {
        var acts = await SealedAsync(kind);
        var differences = new List<string>();
        await foreach (var act in shown)
        {
            if (!acts.Remove(Mark(act.Subject, ActFacts.Of(act))))
            {
                differences.Add($"{act.Subject}: what the tracker shows ({kind}) is not what was sealed.");
            }
        }

        if (acts.Count > differences.Count)
        {
            differences.Add(
                $"{acts.Count - differences.Count} acts of kind {kind} are sealed but no longer shown."
            );
        }

        return differences;
    }

    private async Task<HashSet<string>> SealedAsync(string kind)
    {
        var marks = new HashSet<string>(StringComparer.Ordinal);
        await foreach (
            var entry in db.Set<LedgerEntry>()
                .AsNoTracking()
                .Where(entry => entry.Kind == kind)
                .Select(entry => new { entry.Subject, entry.Content })
                .AsAsyncEnumerable()
        )
        {
            marks.Add(Mark(entry.Subject, entry.Content));
        }

        return marks;
    }

    private IAsyncEnumerable<IPublicAct> Answers() =>
        (
            from update in db.Set<TreatmentUpdate>().AsNoTracking()
            join treatment in db.Set<Treatment>() on update.TreatmentId equals treatment.Id
            join body in db.Set<Body>() on update.BodyId equals body.Id
            select TreatmentAnswered.From(update, treatment.Reference, body.Key)
        ).AsAsyncEnumerable();

    private IAsyncEnumerable<IPublicAct> Verdicts() =>
        db.Set<VerdictRound>()
            .AsNoTracking()
            .Where(round => round.ClosedAt != null)
            .AsAsyncEnumerable()
            .Select(round => VerdictPublished.From(round)!); // closed

    private IAsyncEnumerable<IPublicAct> Openings() =>
        (
            from treatment in db.Set<Treatment>()
            join hand in db.Set<Entrustment>() on treatment.Id equals hand.TreatmentId
            where hand.Number == 1
            join body in db.Set<Body>() on hand.BodyId equals body.Id
            select new TreatmentOpened(
                treatment.Id,
                treatment.Reference,
                treatment.Title,
                body.Key,
                treatment.FirstAnswerDueOn,
                treatment.DueBasis,
                treatment.OpenedAt
            )
        ).AsAsyncEnumerable();

    // A mark is kept rather than the text: a hundred thousand answers then fit in a few megabytes.
    private static string Mark(string subject, string content) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{subject}\n{content}")));
}
