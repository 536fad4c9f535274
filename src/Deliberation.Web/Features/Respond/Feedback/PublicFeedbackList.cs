using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Search;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What a reader narrows the public list to; each part may be left out, and all of them add up.</summary>
internal sealed record FeedbackFilter(
    Part? Part,
    Mark? Mark,
    FeedbackStage? Stage,
    string? Proposition,
    string? Words
);

/// <summary>A page of the public list.</summary>
/// <param name="Count">How many were found, counted no further than <see cref="PublicFeedbackList.Most"/>.</param>
/// <param name="IsMore">Whether there are more than were counted.</param>
internal sealed record FoundFeedback(IReadOnlyList<FeedbackLine> Lines, int Count, bool IsMore);

/// <summary>
/// Finds public feedback among a million. Nothing here reads the whole table: an order is followed from its beginning,
/// and counting ends where nobody turns pages any more.
/// </summary>
internal sealed class PublicFeedbackList(DeliberationDb db, Searching searching)
{
    public const int PageSize = 20;

    /// <summary>As far as one can turn the pages: whoever looks for more takes the data.</summary>
    public const int Most = 1_000;

    /// <summary>
    /// How many are read for each page before words are looked up: what one in a hundred says is met on the way, and
    /// looking it up among a million would only gather what nobody asks to see.
    /// </summary>
    private const int ReadOn = 2_000;

    public async Task<FoundFeedback> FindAsync(
        FeedbackFilter filter,
        FeedbackOrder order,
        int page,
        CancellationToken cancellationToken
    )
    {
        var found = Narrow(filter);
        if (filter.Words?.Trim().ToUpperInvariant() is { } number && FeedbackNumber.Is(number))
        {
            found = found.Where(feedback => feedback.Number == number);
            return await CountedAsync(found, order, page, cancellationToken);
        }

        var terms = SearchTerms.Read(filter.Words);
        return terms.IsEmpty ? await CountedAsync(found, order, page, cancellationToken)
            : await MetAsync(found, terms, order, page, cancellationToken) is { } met ? met
            : await CountedAsync(Holding(found, terms), order, page, cancellationToken);
    }

    private IQueryable<UserFeedback> Holding(IQueryable<UserFeedback> found, SearchTerms terms)
    {
        var numbers = searching.Holding(terms, SearchKind.Feedback).Select(entry => entry.Title);
        return found.Where(feedback => numbers.Contains(feedback.Number));
    }

    private static async Task<FoundFeedback> CountedAsync(
        IQueryable<UserFeedback> found,
        FeedbackOrder order,
        int page,
        CancellationToken cancellationToken
    )
    {
        var count = await Sort(found, order).Take(Most + 1).CountAsync(cancellationToken);
        var lines = await Page(found, order, page, PageSize).ToListAsync(cancellationToken);
        return new FoundFeedback(lines, Math.Min(count, Most), count > Most);
    }

    // What many say is not counted: it is enough to know that there is a next page.
    private static async Task<FoundFeedback?> MetAsync(
        IQueryable<UserFeedback> found,
        SearchTerms terms,
        FeedbackOrder order,
        int page,
        CancellationToken cancellationToken
    )
    {
        // The first stretch says whether it is common: no later page reads far for a word that hardly anybody wrote.
        var first = Saying(Sort(found, order).Take(ReadOn), terms);
        if (page > 1 && await first.Take(PageSize + 1).CountAsync(cancellationToken) <= PageSize)
        {
            return null;
        }

        var met = Saying(Sort(found, order).Take(ReadOn * page), terms);
        var lines = await Page(met, order, page, PageSize + 1).ToListAsync(cancellationToken);
        return lines.Count <= PageSize
            ? null
            : new FoundFeedback(
                [.. lines.Take(PageSize)],
                ((page - 1) * PageSize) + lines.Count,
                IsMore: true
            );
    }

    private static IQueryable<UserFeedback> Saying(IQueryable<UserFeedback> feedbacks, SearchTerms terms)
    {
        foreach (var word in terms.Terms.Select(SearchTerms.Stem))
        {
            feedbacks = feedbacks.Where(feedback => feedback.Keywords.Contains(word));
        }

        return feedbacks;
    }

    private IQueryable<UserFeedback> Narrow(FeedbackFilter filter)
    {
        var found = db.Set<UserFeedback>().AsNoTracking().ThatArePublic();
        found = filter.Part is { } part ? found.Where(feedback => feedback.Answers.Part == part) : found;
        found = filter.Mark is { } mark ? found.Where(feedback => feedback.Answers.Mark == mark) : found;
        found = filter.Stage is { } stage ? found.Where(feedback => feedback.Stage == stage) : found;
        return found.About(filter.Proposition);
    }

    private static IQueryable<FeedbackLine> Page(
        IQueryable<UserFeedback> found,
        FeedbackOrder order,
        int page,
        int size
    ) => Sort(found, order).Skip((page - 1) * PageSize).Take(size).Lines();

    private static IOrderedQueryable<UserFeedback> Sort(
        IQueryable<UserFeedback> found,
        FeedbackOrder order
    ) =>
        order switch
        {
            FeedbackOrder.Oldest => found.OrderBy(feedback => feedback.Number),
            FeedbackOrder.Worst => found
                .OrderBy(feedback => feedback.Answers.Mark)
                .ThenByDescending(feedback => feedback.Number),
            FeedbackOrder.Best => found
                .OrderByDescending(feedback => feedback.Answers.Mark)
                .ThenByDescending(feedback => feedback.Number),
            _ => found.OrderByDescending(feedback => feedback.Number),
        };
}
