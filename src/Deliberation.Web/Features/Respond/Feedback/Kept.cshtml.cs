using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Tells anyone how long each part of a feedback is kept, and when it was last erased.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Kept(DeliberationDb db) : PageModel
{
    public IReadOnlyDictionary<RetentionKind, RetentionRun> Runs { get; private set; } =
        new Dictionary<RetentionKind, RetentionRun>();

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Runs = await db.Set<RetentionRun>()
            .AsNoTracking()
            .ToDictionaryAsync(run => run.Kind, cancellationToken);
}
