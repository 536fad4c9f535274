using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// How many public feedbacks gave each mark, by what their authors said of themselves and by their door; small counts
/// hidden.
/// </summary>
internal static class FeedbackCounts
{
    /// <summary>Data with one dimension more are other data.</summary>
    public const int Dimensions = 4;

    /// <summary>A count; none when it is hidden.</summary>
    internal sealed record Cell(string Dimension, string Value, int Mark, int? Count);

    public static async Task<IReadOnlyList<Cell>> OfAsync(
        DeliberationDb db,
        CancellationToken cancellationToken
    )
    {
        var rows = await db.Set<UserFeedback>()
            .AsNoTracking()
            .ThatArePublic()
            .GroupBy(feedback => new
            {
                feedback.Answers.Mark,
                feedback.Answers.AgeBand,
                feedback.Answers.Departement,
                feedback.Answers.Contact,
                feedback.Door,
            })
            .Select(group => new { group.Key, Count = group.Count() })
            .ToListAsync(cancellationToken);
        return
        [
            .. Count("age_band", rows.Select(row => (row.Key.AgeBand?.ToString(), row.Key.Mark, row.Count))),
            .. Count("departement", rows.Select(row => (row.Key.Departement, row.Key.Mark, row.Count))),
            .. Count("contact", rows.Select(row => (row.Key.Contact?.ToString(), row.Key.Mark, row.Count))),
            .. Count("door", rows.Select(row => ((string?)row.Key.Door.ToString(), row.Key.Mark, row.Count))),
        ];
    }

    // A mark's total can be had from the lines: within one mark, hidden counts must hide one another.
    private static IEnumerable<Cell> Count(
        string dimension,
        IEnumerable<(string? Value, Mark Mark, int Count)> rows
    ) => rows.GroupBy(row => row.Mark).OrderBy(same => same.Key).SelectMany(same => Count(dimension, same));

    private static IEnumerable<Cell> Count(
        string dimension,
        IGrouping<Mark, (string? Value, Mark Mark, int Count)> sameMark
    )
    {
        var sums = sameMark
            .GroupBy(row => row.Value ?? "not_said", StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal)
            .Select(same => (Value: same.Key, Count: same.Sum(row => row.Count)))
            .ToList();
        var shown = SmallCells.Hide([.. sums.Select(sum => sum.Count)]);
        return sums.Select((sum, place) => new Cell(dimension, sum.Value, (int)sameMark.Key, shown[place]));
    }
}
