using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Imports;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Feedback.Imports;

/// <summary>What a moderator said of a heading or of a word; kept for the next export.</summary>
internal sealed class ImportWord
{
    public required ImportWordKind Kind { get; init; }

    /// <summary>As words are compared: letters and digits, without accents or capitals.</summary>
    public required string Word { get; init; }

    /// <summary>A column, or a mark.</summary>
    public required int Means { get; set; }
}

internal enum ImportWordKind
{
    Heading = 1,
    Satisfaction = 2,
}

internal sealed class ImportWordMapping : IEntityTypeConfiguration<ImportWord>
{
    public const int Longest = 300;

    public void Configure(EntityTypeBuilder<ImportWord> builder)
    {
        builder.ToTable("ImportWords");
        builder.HasKey(word => new { word.Kind, word.Word });
        builder.Property(word => word.Word).HasMaxLength(Longest);
    }
}

/// <summary>The words that exports are read with: the usual ones, and what was said before.</summary>
internal sealed class LearntWords(DeliberationDb db)
{
    // Somebody who matches many columns by hand does not grow the table for ever.
    private const int Most = 500;

    public async Task<ImportWords> AllAsync(CancellationToken cancellationToken)
    {
        var learnt = await db.Set<ImportWord>()
            .AsNoTracking()
            .OrderBy(word => word.Word)
            .Take(Most)
            .ToListAsync(cancellationToken);
        return ImportWords.Usual.With(
            learnt
                .Where(word => word.Kind == ImportWordKind.Heading)
                .Select(word => KeyValuePair.Create(word.Word, (ImportColumn)word.Means)),
            learnt
                .Where(word => word.Kind == ImportWordKind.Satisfaction)
                .Select(word => KeyValuePair.Create(word.Word, (Mark)word.Means))
        );
    }

    /// <summary>Remembers what is not known, or known otherwise; the caller saves.</summary>
    public async Task LearnAsync(ImportPlan plan, ImportTable table, CancellationToken cancellationToken)
    {
        var known = await AllAsync(cancellationToken);
        var said = plan
            .Columns.Select(column =>
                (
                    Kind: ImportWordKind.Heading,
                    Word: Domain.Respond.Spreadsheets.MatchKey.Of(table.Headings[column.Value]),
                    Means: (int)column.Key
                )
            )
            .Where(word => !Says(known.Columns, word.Word, (ImportColumn)word.Means))
            .Concat(
                plan.Marks.Where(mark => !Says(known.Marks, mark.Key, mark.Value))
                    .Select(mark => (ImportWordKind.Satisfaction, mark.Key, (int)mark.Value))
            )
            .Where(word => word.Item2.Length is > 0 and <= ImportWordMapping.Longest);
        var room = Most - await db.Set<ImportWord>().CountAsync(cancellationToken);
        foreach (var (kind, word, means) in said)
        {
            if (await db.Set<ImportWord>().FindAsync([kind, word], cancellationToken) is { } before)
            {
                before.Means = means;
            }
            else if (room-- > 0)
            {
                db.Add(
                    new ImportWord
                    {
                        Kind = kind,
                        Word = word,
                        Means = means,
                    }
                );
            }
        }
    }

    private static bool Says<T>(IReadOnlyDictionary<string, T> known, string word, T means)
        where T : struct => known.TryGetValue(word, out var before) && before.Equals(means);
}
