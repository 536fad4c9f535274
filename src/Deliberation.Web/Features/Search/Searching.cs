using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Search;

/// <summary>
/// Asks the full-text index of whichever database there is: FTS5 on SQLite (https://www.sqlite.org/fts5.html), the
/// French configuration on PostgreSQL. Nothing else in the product knows the difference.
/// </summary>
internal sealed class Searching(DeliberationDb db, DatabaseChoice choice)
{
    /// <summary>Every match, the best first: whoever asks takes a page of it.</summary>
    public IQueryable<SearchEntry> Find(SearchTerms terms, SearchKind? kind) =>
        from match in Matches(terms)
        join entry in db.Set<SearchEntry>().AsNoTracking() on match.Id equals entry.Id
        where kind == null || entry.Kind == kind
        orderby match.Rank, entry.At descending, entry.Id
        select entry;

    /// <summary>The entries that hold these words, in no order: quicker where whoever asks has an order of their own.</summary>
    public IQueryable<SearchEntry> Holding(SearchTerms terms, SearchKind kind) =>
        from id in Ids(terms)
        join entry in db.Set<SearchEntry>().AsNoTracking() on id equals entry.Id
        where entry.Kind == kind
        select entry;

    private IQueryable<long> Ids(SearchTerms terms)
    {
        var (postgres, sqlite) = (terms.ForPostgres(), terms.ForSqlite());
        return choice.IsPostgres
            ? db.Database.SqlQuery<long>(
                $"""
                SELECT "EntryId" AS "Value" FROM "__SearchWords" WHERE "Words" @@ to_tsquery('french', {postgres})
                """
            )
            : db.Database.SqlQuery<long>(
                $"""
                SELECT rowid AS "Value" FROM "__SearchWords" WHERE "__SearchWords" MATCH {sqlite}
                """
            );
    }

    // Both ranks are negative: the smaller, the better.
    private IQueryable<Match> Matches(SearchTerms terms)
    {
        var (postgres, sqlite) = (terms.ForPostgres(), terms.ForSqlite());
        return choice.IsPostgres
            ? db.Database.SqlQuery<Match>(
                $"""
                SELECT "EntryId" AS "Id", -ts_rank("Words", query)::float8 AS "Rank"
                FROM "__SearchWords", to_tsquery('french', {postgres}) query WHERE "Words" @@ query
                """
            )
            : db.Database.SqlQuery<Match>(
                $"""
                SELECT rowid AS "Id", rank AS "Rank" FROM "__SearchWords" WHERE "__SearchWords" MATCH {sqlite}
                """
            );
    }

    private sealed record Match(long Id, double Rank);
}
