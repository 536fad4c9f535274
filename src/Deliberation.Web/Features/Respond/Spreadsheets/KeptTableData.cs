using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>In the file of what is kept about a person: the tables they gave back in the last hour, as an agent.</summary>
internal sealed class KeptTableData(DeliberationDb db) : IPersonalData
{
    public string Key => "tables";

    public async Task<object> OfAsync(Guid personId, CancellationToken cancellationToken) =>
        await db.Set<KeptTable>()
            .AsNoTracking()
            .Where(table => table.By == personId)
            .OrderBy(table => table.ExpiresAt)
            .Select(table => new { table.Name, table.ExpiresAt })
            .ToListAsync(cancellationToken);
}
