using System.Globalization;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>Words in one column, <c>stem:surface stem:surface</c>: they are letters only.</summary>
internal sealed class KeptWords()
    : ValueConverter<IReadOnlyList<SaidWord>, string>(words => Write(words), kept => Read(kept))
{
    public static readonly ValueComparer<IReadOnlyList<SaidWord>> Comparer = new(
        (one, other) => one!.SequenceEqual(other!),
        words => words.Count,
        words => words
    );

    public static string Write(IReadOnlyList<SaidWord> words) =>
        string.Join(' ', words.Select(word => $"{word.Stem}:{word.Surface}"));

    public static IReadOnlyList<SaidWord> Read(string kept) =>
        [
            .. kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Split(':'))
                .Select(parts => new SaidWord(parts[0], parts[1])),
        ];
}

/// <summary>The words of a subject in one column: <c>stem:surface:saying:weight</c>.</summary>
internal sealed class KeptSubjectWords()
    : ValueConverter<List<SubjectWord>, string>(words => Write(words), kept => Read(kept))
{
    public static readonly ValueComparer<List<SubjectWord>> Comparer = new(
        (one, other) => one!.SequenceEqual(other!),
        words => words.Count,
        words => words.ToList()
    );

    private static string Write(List<SubjectWord> words) =>
        string.Join(
            ' ',
            words.Select(word =>
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{word.Stem}:{word.Surface}:{word.Saying}:{word.Weight:R}"
                )
            )
        );

    private static List<SubjectWord> Read(string kept) =>
        [
            .. kept.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.Split(':'))
                .Select(parts => new SubjectWord(
                    parts[0],
                    parts[1],
                    int.Parse(parts[2], CultureInfo.InvariantCulture),
                    double.Parse(parts[3], CultureInfo.InvariantCulture)
                )),
        ];
}
