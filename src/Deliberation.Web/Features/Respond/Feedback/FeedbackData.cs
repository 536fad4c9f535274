using System.Globalization;
using System.Runtime.CompilerServices;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Text;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Public feedback as open data. Age and département stay out of the lines: they are only counted, and small counts
/// are hidden.
/// </summary>
internal sealed class FeedbackData(DeliberationDb db)
{
    /// <summary>
    /// Whatever happens to a feedback counts one more revision of it; none is ever deleted. A detector that has learnt
    /// makes other data of the same words, and so does one more column.
    /// </summary>
    public async Task<string> VersionAsync(CancellationToken cancellationToken)
    {
        var all = db.Set<UserFeedback>();
        var revisions = await all.SumAsync(feedback => (long)feedback.Revision, cancellationToken);
        return $"{await all.CountAsync(cancellationToken)}-{revisions}-{PersonalData.Version}-{FeedbackSchema.Fields.Count}-{FeedbackCounts.Dimensions}";
    }

    /// <summary>Every public feedback, as the detector of today masks it.</summary>
    public async IAsyncEnumerable<Row> Rows(
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        await foreach (var (row, maskedBy, harmless) in Kept().WithCancellation(cancellationToken))
        {
            yield return row.UpToDate(maskedBy, harmless);
        }
    }

    private IAsyncEnumerable<KeptRow> Kept() =>
        db.Set<UserFeedback>()
            .AsNoTracking()
            .ThatArePublic()
            .OrderBy(feedback => feedback.Number)
            .Select(feedback => new KeptRow(
                new Row(
                    feedback.Number,
                    feedback.ReceivedAt,
                    feedback.PublishedAt,
                    feedback.Door.ToString(),
                    feedback.GivenOn,
                    feedback.Language,
                    (int)feedback.Answers.Mark,
                    feedback.Answers.Part.ToString(),
                    feedback.Answers.Easy.Value,
                    feedback.Answers.Hard.Value,
                    feedback.Answers.Text.Value,
                    feedback.Answers.Suggestion.Value,
                    feedback.Stage.ToString(),
                    feedback
                        .Links.Where(link => link.UnlinkedAt == null)
                        .Select(link => link.Reference)
                        .ToList()
                ),
                feedback.MaskedBy,
                feedback.Answers.Harmless
            ))
            .AsAsyncEnumerable();

    public async Task WriteRowsAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var csv = new StreamWriter(output, leaveOpen: true);
        await csv.WriteAsync(CsvText.Line(FeedbackSchema.Fields.Select(field => field.Name)));
        await foreach (var row in Rows().WithCancellation(cancellationToken))
        {
            await csv.WriteAsync(CsvText.Line(row.Values()));
        }
    }

    public async Task WriteCountsAsync(Stream output, CancellationToken cancellationToken)
    {
        await using var csv = new StreamWriter(output, leaveOpen: true);
        await csv.WriteAsync(CsvText.Line(FeedbackSchema.Counts.Select(field => field.Name)));
        foreach (var cell in await FeedbackCounts.OfAsync(db, cancellationToken))
        {
            var line = CsvText.Line(
                cell.Dimension,
                cell.Value,
                cell.Mark.ToString(CultureInfo.InvariantCulture),
                cell.Count?.ToString(CultureInfo.InvariantCulture),
                cell.Count is null ? "true" : "false"
            );
            await csv.WriteAsync(line);
        }
    }

    private sealed record KeptRow(Row Row, int MaskedBy, HarmlessWords Harmless);

    /// <summary>One public feedback; dates in UTC.</summary>
    public sealed record Row(
        string Number,
        DateTimeOffset ReceivedAt,
        DateTimeOffset? PublishedAt,
        string Door,
        DateOnly? GivenOn,
        string Language,
        int Mark,
        string Part,
        string Easy,
        string Hard,
        string Text,
        string Suggestion,
        string Stage,
        IReadOnlyList<string> Propositions
    )
    {
        internal Row UpToDate(int maskedBy, HarmlessWords harmless) =>
            maskedBy >= PersonalData.Version
                ? this
                : this with
                {
                    Easy = PersonalData.Mask(Easy, harmless),
                    Hard = PersonalData.Mask(Hard, harmless),
                    Text = PersonalData.Mask(Text, harmless),
                    Suggestion = PersonalData.Mask(Suggestion, harmless),
                };

        public IEnumerable<string?> Values() =>
            [
                Number,
                Iso(ReceivedAt),
                PublishedAt is { } at ? Iso(at) : "",
                Door,
                GivenOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                Language,
                Mark.ToString(CultureInfo.InvariantCulture),
                Part,
                Easy,
                Hard,
                Text,
                Suggestion,
                Stage,
                string.Join(' ', Propositions),
            ];

        private static string Iso(DateTimeOffset instant) =>
            instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
    }
}
