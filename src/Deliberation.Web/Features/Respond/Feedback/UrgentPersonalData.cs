using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Since when the person chose not to be written to about urgent feedback.</summary>
internal sealed class UrgentPersonalData(DeliberationDb db) : IPersonalData
{
    public string Key => "urgent_letters";

    public async Task<object> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        new
        {
            RefusedSince = await db.Set<UrgentSilence>()
                .Where(one => one.PersonId == personId)
                .Select(one => (DateTimeOffset?)one.ChosenAt)
                .FirstOrDefaultAsync(cancellationToken),
        };
}
