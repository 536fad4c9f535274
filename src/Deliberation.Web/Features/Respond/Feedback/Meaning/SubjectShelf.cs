using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>The subjects that feedbacks of a batch may join, found by the words that make them.</summary>
internal sealed class SubjectShelf(DeliberationDb db)
{
    private readonly Dictionary<string, List<SubjectProfile>> byStem = new(StringComparer.Ordinal);

    /// <summary>Takes the subjects that these words may make; answers the words of what was taken.</summary>
    public async Task<IEnumerable<string>> LookAsync(
        IReadOnlyCollection<string> stems,
        CancellationToken cancellationToken
    )
    {
        var found = db.Set<SubjectStem>().Where(row => stems.Contains(row.Stem)).Select(row => row.SubjectId);
        var subjects = await db.Set<Subject>()
            .AsNoTracking()
            .Where(subject => subject.State != SubjectState.Merged && found.Contains(subject.Id))
            .ToListAsync(cancellationToken);
        foreach (var subject in subjects)
        {
            // Its words were counted over the latest feedbacks only.
            var counted = Math.Min(subject.Feedbacks, SubjectCounting.Latest);
            Put(
                SubjectProfile.Of(subject.Id, counted, subject.Words),
                subject.Words.Select(word => word.Stem)
            );
        }

        return subjects.SelectMany(subject => subject.Words).Select(word => word.Stem);
    }

    /// <summary>Those that share two words at least.</summary>
    public IEnumerable<SubjectProfile> Resembling(Reading reading) =>
        reading
            .Words.SelectMany(word => byStem.GetValueOrDefault(word.Stem, []))
            .GroupBy(profile => profile.Id)
            .Where(same => same.Skip(1).Any())
            .Select(same => same.First());

    public void Put(SubjectProfile profile, IEnumerable<string> stems)
    {
        foreach (var stem in stems)
        {
            if (!byStem.TryGetValue(stem, out var list))
            {
                byStem[stem] = list = [];
            }

            list.Add(profile);
        }
    }
}
