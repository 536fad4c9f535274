using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Spreadsheets;

public sealed class FollowUpTests
{
    private static readonly Body Ministry = new(
        Guid.CreateVersion7(),
        "dns",
        "Délégation",
        IsFictional: true
    );
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly StatusScheme Scheme = StatusScheme.Default;
    private readonly IReadOnlyList<Treatment> opinion =
    [
        Open(1, "Une clé pour chacun"),
        Open(2, "Des accueils ouverts le soir"),
        Open(12, "Un numéro gratuit"),
    ];

    [Theory]
    [InlineData("AC-2026-01-P12", 12)]
    [InlineData("ac 2026 01 p12", 12)]
    [InlineData("12", 12)]
    [InlineData("P12", 12)]
    [InlineData("Proposition n° 2", null)]
    [InlineData("Proposition 2", 2)]
    [InlineData("UNE CLE, pour chacun !", 1)]
    [InlineData("3", null)]
    public void A_proposition_is_known_by_its_reference_its_number_or_its_title(string written, int? number)
    {
        var line = Assert.Single(Read($"Proposition,Statut\n\"{written}\",Refusée"));

        Assert.Equal(number, line.Treatment?.Number);
        Assert.Equal(
            number is null ? SheetRules.ALineNamesAPropositionOfTheOpinion : null,
            line.Flaws.SingleOrDefault()?.Rule
        );
    }

    [Theory]
    [InlineData("N°;Statut\n2;declined")]
    [InlineData("État,Titre\n\"REFUSEE\",\"Des accueils ouverts le soir\"")]
    [InlineData("Avancement\tBudget\tNuméro\nRefusée\t12 €\t2")]
    public void Columns_come_in_any_order(string text)
    {
        var line = Assert.Single(Read(text));

        Assert.Equal((2, "declined"), (line.Treatment?.Number, line.Earlier?.Status));
    }

    [Theory]
    [InlineData("Proposition\n1")]
    [InlineData("Statut\nRefusée")]
    public void A_follow_up_names_its_columns(string text) =>
        RuleAssert.Breaks(SheetRules.AFollowUpHasHeadings, () => Read(text));

    [Fact]
    public void Unknown_words_are_shown_with_what_comes_closest_and_mean_what_is_chosen()
    {
        const string Text = "N°;Statut\n1;En cours (court terme)\n2;Gelé\n12;en cours court-terme";
        var sheet = FollowUpSheet.Read(DelimitedText.Read(Text));

        var before = Read(Text);
        var after = Read(
            Text,
            new Dictionary<string, string>
            {
                [MatchKey.Of("En cours (court terme)")] = "in-progress-short",
                [MatchKey.Of("Gelé")] = "abandoned",
            }
        );

        Assert.Equal(["En cours (court terme)", "Gelé"], FollowUp.Unknown(sheet, Scheme));
        Assert.Equal("in-progress-short", StatusWords.Closest(Scheme, "En cours (court terme)")?.Code);
        Assert.Null(StatusWords.Closest(Scheme, "Gelé"));
        Assert.All(
            before,
            line => Assert.Equal(TrackingRules.AStatusBelongsToTheScale, Assert.Single(line.Flaws).Rule)
        );
        Assert.Equal(
            ["in-progress-short", "abandoned", "in-progress-short"],
            after.Select(line => line.Earlier?.Status)
        );
    }

    [Fact]
    public void A_proposition_comes_once_and_a_line_without_a_status_brings_in_nothing()
    {
        var lines = Read("N°;Statut\n1;\n2;Refusée\n2;Abandonnée");

        Assert.Equal((null, 0), (lines[0].Earlier, lines[0].Flaws.Count));
        Assert.Equal(SheetRules.APropositionComesOnce, Assert.Single(lines[2].Flaws).Rule);
    }

    [Fact]
    public void What_was_brought_in_already_brings_in_nothing()
    {
        const string Text =
            "N°;Statut;Raison\n1;En cours de réalisation, court terme;Deux cents personnes l’essaient.";
        var earlier = Assert.Single(Read(Text)).Earlier!;
        opinion[0].BringIn(earlier, Ministry, Scheme, Now);

        var again = Assert.Single(Read(Text));

        Assert.Null(again.Earlier);
        Assert.Equal("Deux cents personnes l’essaient.", opinion[0].Latest!.Reason);
    }

    private IReadOnlyList<BroughtLine> Read(string text, Dictionary<string, string>? words = null) =>
        new FollowUp(Guid.CreateVersion7(), "Analyse", new DateOnly(2026, 2, 1), "Bureau")
        {
            Words = words ?? [],
        }.Read(FollowUpSheet.Read(DelimitedText.Read(text)), opinion, Scheme);

    private static Treatment Open(int number, string title) =>
        Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), number, $"AC-2026-01-P{number}", title, ""),
            new(Ministry, null, ""),
            new DateTimeOffset(2026, 1, 5, 9, 0, 0, TimeSpan.Zero)
        );
}
