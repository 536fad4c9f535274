using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Deliberation.Bench.Tracker;

/// <summary>Real addresses of generated data; each ends with a word of its own, so that no kept page answers it.</summary>
internal sealed class TrackerAddresses
{
    private static readonly string[] Statuses =
    [
        "taken-into-account",
        "in-progress-short",
        "declined",
        "sans-reponse",
    ];
    private static readonly string[] Words =
    [
        "messagerie",
        "aidants",
        "accès documents",
        "hôpital sortie",
        "résumé",
    ];

    private static readonly string[] Parts = ["Login", "Documents", "Messaging", "Agenda", "Apps", "Help"];

    private readonly Chance chance;
    private readonly List<string> opinions;
    private readonly List<string> bodies;
    private readonly List<string> themes;
    private readonly List<string> propositions;
    private readonly List<string> references;
    private readonly List<string> feedbacks;
    private readonly int pages;
    private int asked;

    public TrackerAddresses(string folder, int seed)
    {
        chance = new Chance(seed);
        using var db = new SqliteConnection(
            $"Data Source={Path.Combine(folder, "deliberation.db")};Mode=ReadOnly;Pooling=False"
        );
        db.Open();
        opinions = Read(db, "SELECT Slug FROM OpinionTrackers ORDER BY Slug");
        bodies = Read(db, "SELECT Key FROM Bodies ORDER BY Key");
        themes = Read(db, "SELECT Key FROM Themes ORDER BY Key");
        propositions = Read(
            db,
            """
            SELECT '/avis/' || o.Slug || '/propositions/' || t.Number
            FROM Treatments t JOIN OpinionTrackers o ON o.Id = t.OpinionId ORDER BY t.Reference
            """
        );
        references = Read(db, "SELECT Reference FROM Treatments ORDER BY Reference");
        feedbacks = Read(db, "SELECT Number FROM Feedbacks ORDER BY Number LIMIT 1000");
        pages = Math.Max(1, propositions.Count / 50);
    }

    public string Opinion => chance.Of(opinions);

    public string Body => chance.Of(bodies);

    public string Theme => chance.Of(themes);

    public string Status => chance.Of(Statuses);

    public string Text => Uri.EscapeDataString(chance.Of(Words));

    public string Proposition => chance.Of(propositions);

    public string Reference => chance.Of(references);

    public string Part => chance.Of(Parts);

    public string FeedbackNumber => chance.Of(feedbacks);

    /// <summary>Readers may turn fifty pages.</summary>
    public int FeedbackPage => 1 + chance.Below(50);

    public int Page => 1 + chance.Below(pages);

    public bool Coin => chance.Is(0.5);

    /// <summary>A day on which a good part of it all was already there.</summary>
    public string Day =>
        DateTime
            .UtcNow.Date.AddDays(-1 - chance.Below(2_500))
            .ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The same address as nobody asked for it before.</summary>
    public string Fresh(string address) =>
        $"{address}{(address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}mesure={++asked}";

    private static List<string> Read(SqliteConnection db, string sql)
    {
        using var command = db.CreateCommand();
        command.CommandText = sql;
        using var rows = command.ExecuteReader();
        var read = new List<string>();
        while (rows.Read())
        {
            read.Add(rows.GetString(0));
        }

        return read;
    }
}
