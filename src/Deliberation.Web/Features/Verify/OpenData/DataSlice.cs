using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.OpenData;

/// <summary>One page of a list too long for one answer.</summary>
/// <param name="Page">From 1.</param>
internal sealed record DataSlice<TLine>(
    int Page,
    int Pages,
    int Total,
    string Licence,
    IReadOnlyList<TLine> Lines
);

/// <summary>Reads one page, and no more.</summary>
internal static class DataSlice
{
    private const int Size = 500;

    /// <param name="rows">In an order that leaves no two rows equal.</param>
    public static async Task<DataSlice<TLine>> ReadAsync<TRow, TLine>(
        IQueryable<TRow> rows,
        int? page,
        Func<TRow, TLine> line,
        CancellationToken cancellationToken
    )
    {
        var number = PageData.PageNumber(page);
        var total = await rows.CountAsync(cancellationToken);
        var found = await rows.Skip((number - 1) * Size).Take(Size).ToListAsync(cancellationToken);
        return new DataSlice<TLine>(
            number,
            Math.Max(1, (total + Size - 1) / Size),
            total,
            OpenLicence.Name,
            [.. found.Select(line)]
        );
    }
}
