using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Deliberation.Web.Platform.Persistence.Migrations;

/// <summary>
/// What can be found, and the index that finds it. The index is each database's own, kept by triggers; the two
/// underscores of its name tell that the model does not know it.
/// </summary>
[DbContext(typeof(DeliberationDb))]
[Migration("020_Search")]
internal sealed class M020Search : Migration
{
    // secure-delete: withdrawn words leave the index at once, not at its next tidying.
    private const string ForSqlite = """
        CREATE VIRTUAL TABLE "__SearchWords" USING fts5(
            "Title", "Text", content="SearchEntries", content_rowid="Id",
            tokenize="unicode61 remove_diacritics 2", prefix="2 3");
        INSERT INTO "__SearchWords"("__SearchWords", rank) VALUES ('rank', 'bm25(8.0, 1.0)');
        INSERT INTO "__SearchWords"("__SearchWords", rank) VALUES ('secure-delete', 1);
        CREATE TRIGGER "__SearchWords_added" AFTER INSERT ON "SearchEntries" BEGIN
            INSERT INTO "__SearchWords"(rowid, "Title", "Text") VALUES (new."Id", new."Title", new."Text");
        END;
        CREATE TRIGGER "__SearchWords_removed" AFTER DELETE ON "SearchEntries" BEGIN
            INSERT INTO "__SearchWords"("__SearchWords", rowid, "Title", "Text")
            VALUES ('delete', old."Id", old."Title", old."Text");
        END;
        CREATE TRIGGER "__SearchWords_changed" AFTER UPDATE ON "SearchEntries" BEGIN
            INSERT INTO "__SearchWords"("__SearchWords", rowid, "Title", "Text")
            VALUES ('delete', old."Id", old."Title", old."Text");
            INSERT INTO "__SearchWords"(rowid, "Title", "Text") VALUES (new."Id", new."Title", new."Text");
        END;
        """;

    private const string ForPostgres = """
        CREATE TABLE "__SearchWords" (
            "EntryId" bigint PRIMARY KEY REFERENCES "SearchEntries" ("Id") ON DELETE CASCADE,
            "Words" tsvector NOT NULL);
        CREATE INDEX "IX___SearchWords_Words" ON "__SearchWords" USING gin ("Words");
        CREATE FUNCTION search_words_follow() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO "__SearchWords" VALUES (new."Id",
                setweight(to_tsvector('french', new."TitleWords"), 'A')
                || setweight(to_tsvector('french', left(new."Words", 300000)), 'D'))
            ON CONFLICT ("EntryId") DO UPDATE SET "Words" = excluded."Words";
            RETURN new;
        END $$;
        CREATE TRIGGER search_words_follow AFTER INSERT OR UPDATE ON "SearchEntries"
            FOR EACH ROW EXECUTE FUNCTION search_words_follow();
        """;

    protected override void Up(MigrationBuilder migrationBuilder)
    {
        migrationBuilder.CreateTable(
            "SearchEntries",
            table => new
            {
                Id = table.Column<long>(),
                Kind = table.Column<int>(),
                Address = table.Column<string>(maxLength: 200),
                Title = table.Column<string>(maxLength: 300),
                TitleWords = table.Column<string>(),
                Text = table.Column<string>(),
                Words = table.Column<string>(),
                Language = table.Column<string>(maxLength: 2),
                At = table.Column<DateTime>(),
            },
            constraints: table => table.PrimaryKey("PK_SearchEntries", row => row.Id)
        );
        migrationBuilder.CreateIndex("IX_SearchEntries_Kind_At", "SearchEntries", ["Kind", "At"]);
        migrationBuilder.Sql(
            migrationBuilder.ActiveProvider is { } provider
            && provider.EndsWith("Sqlite", StringComparison.Ordinal)
                ? ForSqlite
                : ForPostgres
        );
    }
}
