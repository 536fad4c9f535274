using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>
/// Tells the reader which answers await their judgement, in all their spaces or in one:
/// <c>@await Component.InvokeAsync("AwaitedVerdicts")</c>. Writes nothing when none does.
/// </summary>
internal sealed class AwaitedVerdicts(DeliberationDb db, TimeProvider clock) : ViewComponent
{
    public async Task<IViewComponentResult> InvokeAsync(string? slug = null)
    {
        var (me, now) = (HttpContext.User.PersonId(), clock.GetUtcNow());
        var waiting = await (
            from round in db.Set<VerdictRound>()
            join space in db.Set<Space>() on round.SpaceId equals space.Id
            join member in db.Set<Member>() on space.Id equals member.SpaceId
            where round.ClosedAt == null && round.ClosesAt > now
            where slug == null || space.Slug == slug
            where member.PersonId == me && member.EndedAt == null
            where SpaceRoles.Voters.Contains(member.Role)
            where !db.Set<Verdict>().Any(mine => mine.RoundId == round.Id && mine.PersonId == me)
            group round by new { space.Slug, space.Title } into ours
            orderby ours.Min(round => round.ClosesAt)
            select new Waiting(ours.Key.Slug, ours.Key.Title, ours.Count(), ours.Min(round => round.ClosesAt))
        )
            .Take(20)
            .ToListAsync(HttpContext.RequestAborted);
        return waiting.Count == 0 ? Content("") : View("/Features/Respond/Verdicts/_Awaited.cshtml", waiting);
    }

    public sealed record Waiting(string Slug, string Title, int Count, DateTimeOffset FirstEnd);
}
