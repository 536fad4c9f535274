using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Respond.Verdicts;

internal sealed partial class Judge
{
    internal sealed class Finding(DeliberationDb db, TreatmentHistory histories, TimeProvider clock)
        : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var found = await (
                from round in db.Set<VerdictRound>().AsNoTracking()
                join space in db.Set<Space>() on round.SpaceId equals space.Id
                join treatment in db.Set<Treatment>() on round.TreatmentId equals treatment.Id
                join opinion in db.Set<OpinionTracker>() on treatment.OpinionId equals opinion.Id
                where round.Id == request.RoundId && space.Slug == request.Slug
                select new
                {
                    round,
                    opinion.Slug,
                    treatment.Number,
                    treatment.Title,
                }
            ).FirstOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            return new Result(
                found.round,
                found.round.IsOpenAt(clock.GetUtcNow()),
                found.Slug,
                found.Number,
                found.Title,
                await histories.OfAsync(found.round.TreatmentId, cancellationToken),
                await db.Set<Verdict>()
                    .AsNoTracking()
                    .FirstOrDefaultAsync(
                        verdict => verdict.RoundId == found.round.Id && verdict.PersonId == request.PersonId,
                        cancellationToken
                    )
            );
        }
    }

    internal sealed class Handler(DeliberationDb db, VerdictCounting counting, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public Task<Guid> Handle(Command request, CancellationToken cancellationToken) =>
            db.InOneTransactionAsync(() => ReceiveAsync(request, cancellationToken), cancellationToken);

        private async Task<Guid> ReceiveAsync(Command request, CancellationToken cancellationToken)
        {
            var round =
                await counting.HoldAsync(request.RoundId, cancellationToken)
                ?? throw new Absent($"the round {request.RoundId}");
            var member = await (
                from place in db.Set<Member>()
                join space in db.Set<Space>() on place.SpaceId equals space.Id
                where space.Slug == request.Slug && place.PersonId == request.By && place.EndedAt == null
                select place
            ).FirstOrDefaultAsync(cancellationToken);
            var earlier = await db.Set<Verdict>()
                .FirstOrDefaultAsync(
                    verdict => verdict.RoundId == round.Id && verdict.PersonId == request.By,
                    cancellationToken
                );
            var verdict = round.Receive(earlier, member, request.Content, clock.GetUtcNow());
            if (earlier is null)
            {
                db.Add(verdict);
            }

            await db.SaveChangesAsync(cancellationToken);
            return round.Id;
        }
    }
}
