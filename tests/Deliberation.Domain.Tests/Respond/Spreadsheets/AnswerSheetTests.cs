using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Spreadsheets;

public sealed class AnswerSheetTests
{
    private const string Reference = "AC-2026-01-P3";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Key = Guid.CreateVersion7();
    private readonly Body ministry = new(Guid.CreateVersion7(), "dns", "Délégation", IsFictional: true);
    private Treatment treatment;

    public AnswerSheetTests() => treatment = Opened(positions: 0);

    [Fact]
    public void A_line_asks_for_the_answer_it_writes()
    {
        var line = ReadOne(
            "Référence;Statut;Raison;Décision;Ce qui est retenu;Ce qui n’est pas retenu;Prochaine mise à jour;Fonction;Fidélité",
            "ac-2026-01-p3;EN COURS DE REALISATION, COURT TERME;Deux cents personnes essaient la clé.;"
                + "acceptée en partie;Le principe est retenu.;Le calendrier ne l’est pas.;05/09/2026;Bureau;adaptée"
        );

        Assert.Empty(line.Flaws);
        Assert.Equal(
            new TreatmentAnswer
            {
                Key = Key,
                After = 0,
                Status = "in-progress-short",
                Reason = "Deux cents personnes essaient la clé.",
                Function = "Bureau",
                NextUpdateOn = new DateOnly(2026, 9, 5),
                Fidelity = Fidelity.Adapted,
                Decision = new Decision
                {
                    Kind = DecisionKind.AcceptedInPart,
                    Kept = "Le principe est retenu.",
                    NotKept = "Le calendrier ne l’est pas.",
                },
            },
            line.Answer
        );
    }

    [Fact]
    public void A_line_names_a_proposition() =>
        Assert.Equal(
            new Flaw(SheetRules.ALineNamesAProposition, "A2", "AC-2026-01-P9"),
            Assert.Single(ReadOne("Référence;Statut;Raison", "AC-2026-01-P9;Refusée;Trop cher").Flaws)
        );

    [Fact]
    public void A_proposition_comes_once()
    {
        var lines = Read("Référence;Statut;Raison", $"{Reference};;", $"{Reference};;");

        Assert.Equal(SheetRules.APropositionComesOnce, Assert.Single(lines[1].Flaws).Rule);
    }

    [Theory]
    [InlineData("tracking.status-of-the-scale", "B2", "inventé;Une raison assez longue ici.;;;")]
    [InlineData("sheets.list-words", "D2", "declined;Une raison assez longue ici.;peut-être;;")]
    [InlineData("sheets.date", "E2", "declined;Une raison assez longue ici.;;bientôt;")]
    [InlineData("sheets.answer-number", "F2", "declined;Une raison assez longue ici.;;;la première")]
    public void What_cannot_be_read_is_refused_with_its_place(string rule, string place, string cells)
    {
        var line = ReadOne(
            "Référence;Statut;Raison;Décision;Prochaine mise à jour;Corrige la réponse",
            $"{Reference};{cells}"
        );

        var flaw = Assert.Single(line.Flaws);
        Assert.Equal((rule, place), (flaw.Rule.Code, flaw.Place));
        Assert.Null(line.Answer);
    }

    [Fact]
    public void A_formula_a_failed_computation_and_a_merged_cell_are_refused_with_their_place()
    {
        var line = Assert.Single(
            Read([
                Row(1, "Référence", "Statut", "Raison", "Fonction"),
                new SheetRow(
                    2,
                    [
                        new(Reference),
                        new("", CellKind.Formula),
                        new("#REF!", CellKind.Error),
                        new("Bureau", CellKind.Merged),
                    ]
                ),
            ])
        );

        Assert.Equal(
            [
                (SheetRules.ACellIsWrittenOut, "B2"),
                (SheetRules.ACellIsWrittenOut, "C2"),
                (SheetRules.ACellStandsAlone, "D2"),
            ],
            line.Flaws.Select(flaw => (flaw.Rule, flaw.Place!))
        );
    }

    [Fact]
    public void What_was_taken_out_and_given_back_as_it_was_asks_for_nothing()
    {
        Answer("declined");

        var line = Assert.Single(Read(TakenOut()));

        Assert.Null(line.Answer);
        Assert.Empty(line.Flaws);
    }

    [Fact]
    public void It_still_asks_for_nothing_when_somebody_answered_since()
    {
        Answer();
        var taken = TakenOut();
        Answer(reason: "Trois cents personnes essaient la clé.");

        Assert.Null(Assert.Single(Read(taken)).Answer);
    }

    [Fact]
    public void A_changed_line_does_not_overlook_an_answer_given_since_it_was_taken_out()
    {
        Answer();
        var taken = TakenOut(("Raison", "La clé est pour tous à la rentrée."));
        Answer(reason: "Trois cents personnes essaient la clé.");

        var line = Assert.Single(Read(taken));

        Assert.Equal(1, line.Answer?.After);
        RuleAssert.Breaks(
            TrackingRules.AnAnswerIsWrittenKnowingTheLast,
            () => treatment.Rehearse(line.Answer!, ministry, StatusScheme.Default, Now)
        );
    }

    [Fact]
    public void A_function_filled_down_the_whole_column_answers_nothing_anew()
    {
        Answer();

        Assert.Null(Assert.Single(Read(TakenOut(("Fonction", "Directrice")))).Answer);
        Assert.Null(ReadOne("Référence;Statut;Raison;Fonction", $"{Reference};;;Directrice").Answer);
    }

    [Fact]
    public void One_changed_cell_asks_for_one_answer()
    {
        Answer();

        var line = Assert.Single(Read(TakenOut(("Textes de loi", "SSAX2100123D"))));

        Assert.Equal("SSAX2100123D", line.Answer?.Laws);
        treatment.Answer(line.Answer!, ministry, StatusScheme.Default, Now);
        Assert.Equal(2, treatment.AnswerCount);
    }

    [Fact]
    public void A_decision_without_a_status_is_not_passed_over_in_silence() =>
        Assert.Equal(
            TrackingRules.AStatusBelongsToTheScale,
            Assert.Single(ReadOne("Référence;Statut;Raison;Décision", $"{Reference};;;Acceptée").Flaws).Rule
        );

    [Fact]
    public void A_cell_replies_to_each_position_by_its_number()
    {
        var line = ReadBeside(
            2,
            "M1 : Le délai est tenu dès mars.\nm2: Deux mots :\nM ou N, rien ne change."
        );

        Assert.Empty(line.Flaws);
        Assert.Equal(
            [
                new PositionReply(1, "Le délai est tenu dès mars."),
                new PositionReply(2, "Deux mots :\nM ou N, rien ne change."),
            ],
            line.Answer!.Replies!.All
        );
    }

    [Fact]
    public void A_lone_position_is_replied_to_without_being_named() =>
        Assert.Equal(
            new PositionReply(1, "Le délai est tenu dès mars."),
            Assert.Single(ReadBeside(1, "Le délai est tenu dès mars.").Answer!.Replies!.All)
        );

    [Theory]
    [InlineData("Le délai est tenu dès mars.")]
    [InlineData("À tous : M1 : le délai est tenu.")]
    [InlineData("En bref.\nM1 : Le délai est tenu dès mars.")]
    public void A_reply_names_its_position(string cell)
    {
        var flaw = Assert.Single(ReadBeside(2, cell).Flaws);

        Assert.Equal((SheetRules.AReplyNamesItsPosition, "D2"), (flaw.Rule, flaw.Place));
    }

    [Fact]
    public void A_reply_already_given_is_taken_out_and_given_back_once()
    {
        var line = ReadBeside(2, "M1 : Le délai est tenu dès mars.\nM2 : Le coût est pris en charge.");
        treatment.Answer(line.Answer!, ministry, StatusScheme.Default, Now);

        Assert.Null(Assert.Single(Read(TakenOut())).Answer);
        var changed = Assert.Single(Read(TakenOut(("Raison", "La clé est pour tous à la rentrée.")))).Answer;
        Assert.Null(changed!.Replies);
        treatment.Answer(changed with { Key = Guid.CreateVersion7() }, ministry, StatusScheme.Default, Now);
        Assert.Equal(2, treatment.AnswerCount);
    }

    [Fact]
    public void A_table_taken_out_and_given_back_is_not_refused_for_a_reply_that_names_another_position()
    {
        var line = ReadBeside(2, "M1 : Le délai est tenu dès mars.\nM2 : Le coût est pris en charge.");
        var replies = PositionReplies.Of([
            new(1, "Le délai est tenu.\nM2 : le coût aussi, voir plus bas."),
            new(2, "Le coût est pris en charge."),
        ]);
        treatment.Answer(line.Answer! with { Replies = replies }, ministry, StatusScheme.Default, Now);

        var back = Assert.Single(Read(TakenOut()));

        Assert.Empty(back.Flaws);
        Assert.Null(back.Answer);
    }

    private ReadLine ReadBeside(int positions, string cell)
    {
        treatment = Opened(positions);
        return Assert.Single(
            Read([
                Row(1, "Référence", "Statut", "Raison", "Réponses aux positions minoritaires", "Fonction"),
                Row(
                    2,
                    Reference,
                    "in-progress-short",
                    "La clé est pour deux cents personnes.",
                    cell,
                    "Bureau"
                ),
            ])
        );
    }

    private Treatment Opened(int positions) =>
        Treatment.Open(
            Guid.CreateVersion7(),
            new(Guid.CreateVersion7(), 3, Reference, "Une clé pour chacun", "")
            {
                MinorityPositions = positions,
            },
            new(ministry, null, ""),
            Now
        );

    private void Answer(
        string status = "in-progress-short",
        string reason = "=Deux cents personnes essaient la clé.\nEn « deux » lignes ; oui."
    ) =>
        treatment.Answer(
            new TreatmentAnswer
            {
                Key = Guid.CreateVersion7(),
                Status = status,
                Reason = reason,
                Function = "Bureau des usagers",
                EvidenceLink = "https://example.org/etude",
                NextUpdateOn = new DateOnly(2026, 9, 1),
                Decision =
                    status == "declined"
                        ? new Decision
                        {
                            Kind = DecisionKind.Declined,
                            Ground = RefusalGround.Cost,
                            WouldChange = "Un partage du coût.",
                        }
                        : null,
            },
            ministry,
            StatusScheme.Default,
            Now
        );

    /// <summary>The table of this proposition, with some cells changed.</summary>
    private SheetRow[] TakenOut(params (string Heading, string Text)[] changed)
    {
        var latest = treatment.Latest;
        var status = StatusScheme.Default.Find(latest?.Status ?? "")?.French;
        var cells = SheetColumns.All.Select(name =>
            changed.FirstOrDefault(cell => cell.Heading == name.French).Text
            ?? GuardedCell.Write(AnswerCells.Of(name.Column, (Reference, treatment.Title), status, latest))
        );
        return [Row(1, [.. SheetColumns.All.Select(name => name.French)]), Row(2, [.. cells])];
    }

    private static SheetRow Row(int number, params string[] cells) =>
        new(number, [.. cells.Select(cell => new SheetCell(cell))]);

    private ReadLine ReadOne(params string[] lines) => Assert.Single(Read(lines));

    private IReadOnlyList<ReadLine> Read(params string[] lines) =>
        Read(DelimitedText.Read(string.Join('\n', lines)));

    private IReadOnlyList<ReadLine> Read(IEnumerable<SheetRow> rows) =>
        new AnswerSheet(Key).Read(
            Sheet.Read(rows),
            new Dictionary<string, FollowedProposition> { [Reference] = new(treatment, StatusScheme.Default) }
        );
}
