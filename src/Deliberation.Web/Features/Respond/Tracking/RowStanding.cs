using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Who is in charge and how many answers there are, now or at a past moment.</summary>
internal sealed class RowStanding
{
    public required Treatment Treatment { get; init; }
    public required Guid BodyId { get; init; }
    public required int Answers { get; init; }
    public required DateOnly? ExpectedOn { get; init; }
    public required DateOnly? SuspendedOn { get; init; }
    public required bool OwesSecondAnswer { get; init; }
    public required bool IsWithdrawn { get; init; }
}

/// <summary>Reads them from the history itself.</summary>
internal static class RowStandings
{
    public static IQueryable<RowStanding> StandingRows(this DeliberationDb db) =>
        db.Set<Treatment>()
            .AsNoTracking()
            .Select(treatment => new RowStanding
            {
                Treatment = treatment,
                BodyId = treatment.BodyId,
                Answers = treatment.AnswerCount,
                ExpectedOn = treatment.ExpectedOn,
                SuspendedOn = treatment.SuspendedOn,
                OwesSecondAnswer = treatment.OwesSecondAnswer,
                IsWithdrawn = treatment.WithdrawnAt != null,
            });

    /// <summary>What happened from this moment on is left out: <see cref="Standing.Before"/>, in the database.</summary>
    public static IQueryable<RowStanding> StandingRowsBefore(this DeliberationDb db, DateTimeOffset moment) =>
        from treatment in db.Set<Treatment>().AsNoTracking()
        where treatment.OpenedAt < moment
        select new RowStanding
        {
            Treatment = treatment,
            BodyId = db.Set<Entrustment>()
                .Where(hand => hand.TreatmentId == treatment.Id && hand.At < moment)
                .OrderByDescending(hand => hand.Number)
                .Select(hand => hand.BodyId)
                .First(),
            Answers =
                db.Set<TreatmentUpdate>()
                    .Where(update => update.TreatmentId == treatment.Id && update.At < moment)
                    .Max(update => (int?)update.Number)
                ?? 0,
            ExpectedOn = db.Set<Expectation>()
                .Where(one => one.TreatmentId == treatment.Id && one.At < moment)
                .OrderByDescending(one => one.Number)
                .Select(one => one.DueOn)
                .FirstOrDefault(),
            SuspendedOn = db.Set<Expectation>()
                .Where(one => one.TreatmentId == treatment.Id && one.At < moment)
                .OrderByDescending(one => one.Number)
                .Select(one => one.SuspendedOn)
                .FirstOrDefault(),
            OwesSecondAnswer =
                db.Set<Expectation>()
                    .Where(one => one.TreatmentId == treatment.Id && one.At < moment)
                    .Where(one =>
                        one.Cause != ExpectationCause.Suspended && one.Cause != ExpectationCause.Resumed
                    )
                    .OrderByDescending(one => one.Number)
                    .Select(one => one.Cause)
                    .FirstOrDefault() == ExpectationCause.SecondAnswer,
            IsWithdrawn =
                db.Set<Expectation>()
                    .Where(one => one.TreatmentId == treatment.Id && one.At < moment)
                    .Where(one =>
                        one.Cause == ExpectationCause.Withdrawn || one.Cause == ExpectationCause.Restored
                    )
                    .OrderByDescending(one => one.Number)
                    .Select(one => one.Cause)
                    .FirstOrDefault() == ExpectationCause.Withdrawn,
        };
}
