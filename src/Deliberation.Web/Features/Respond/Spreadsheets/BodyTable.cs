using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>What a body is in charge of, cell by cell: the headings, then a row for each proposition.</summary>
internal sealed class BodyTable(DeliberationDb db, TreatmentList treatments, Roles roles)
{
    public async Task<IAsyncEnumerable<IReadOnlyList<string>>> RowsAsync(
        Guid agent,
        CancellationToken cancellationToken
    )
    {
        var body = await roles.BodyOfAsync(agent);
        var beside = await PositionsAsync(body, cancellationToken);
        var mine = treatments
            .Rows()
            .Where(row => row.BodyId == body)
            .OrderBy(row => row.Opinion)
            .ThenBy(row => row.Number)
            .AsAsyncEnumerable();
        return mine.Select(row => Cells(row, PositionCell.Show(beside[row.Id])))
            .Prepend([.. SheetColumns.All.Select(name => name.French)]);
    }

    /// <summary>The minority positions published beside the body's propositions, as anyone reads them.</summary>
    private async Task<ILookup<Guid, (int Number, string Words)>> PositionsAsync(
        Guid? body,
        CancellationToken cancellationToken
    )
    {
        var positions = await (
            from treatment in db.Set<Treatment>()
            where treatment.BodyId == body && treatment.MinorityPositions > 0
            join request in db.Set<Proposition>()
                on new { treatment.OpinionId, treatment.Number } equals new
                {
                    request.OpinionId,
                    request.Number,
                }
            join position in db.Set<MinorityPosition>()
                on new
                {
                    request.OpinionId,
                    request.ProposalId,
                    Edition = (int?)request.EditionNumber,
                } equals new
                {
                    position.OpinionId,
                    position.ProposalId,
                    position.Edition,
                }
            orderby position.Number
            select new
            {
                treatment.Id,
                position.Number,
                position.Text,
            }
        ).ToListAsync(cancellationToken);
        return positions.ToLookup(position => position.Id, position => (position.Number, position.Text));
    }

    private static IReadOnlyList<string> Cells(TreatmentRow row, string positions) =>
        [.. SheetColumns.All.Select(name => GuardedCell.Write(Cell(name.Column, row, positions)))];

    private static string Cell(SheetColumn column, TreatmentRow row, string positions) =>
        column == SheetColumn.MinorityPositions
            ? positions
            : AnswerCells.Of(column, (row.Reference, row.Title), row.StatusFrench, row.Latest);
}
