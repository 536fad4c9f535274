using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Tests.Respond.Spreadsheets;

public sealed class SheetColumnsTests
{
    [Theory]
    [InlineData("Référence", SheetColumn.Reference)]
    [InlineData("REFERENCE ", SheetColumn.Reference)]
    [InlineData("Prochaine mise  à jour :", SheetColumn.NextUpdateOn)]
    [InlineData("next_update_on", SheetColumn.NextUpdateOn)]
    [InlineData("Next update", SheetColumn.NextUpdateOn)]
    [InlineData("Ce qui n'est pas retenu", SheetColumn.NotKept)]
    public void A_heading_is_known_by_its_code_in_French_and_in_English(string heading, SheetColumn column) =>
        Assert.Equal(column, SheetColumns.Find(heading));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Budget")]
    public void Any_other_heading_names_no_column(string heading) => Assert.Null(SheetColumns.Find(heading));

    [Fact]
    public void Every_column_has_one_heading_and_no_two_headings_name_different_columns()
    {
        Assert.Equal(Enum.GetValues<SheetColumn>(), SheetColumns.All.Select(name => name.Column));
        Assert.All(
            SheetColumns.All,
            name =>
                Assert.All(
                    [name.Code, name.French, name.English],
                    heading => Assert.Equal(name.Column, SheetColumns.Find(heading))
                )
        );
    }

    [Fact]
    public void Every_choice_of_a_list_is_read_back_from_its_words()
    {
        Assert.All(
            Enum.GetValues<DecisionKind>(),
            kind =>
                Assert.Equal(
                    kind,
                    ListWords.Find(ListWords.Decisions, ListWords.French(ListWords.Decisions, kind))
                )
        );
        Assert.Equal(
            RefusalGround.OutsideCompetence,
            ListWords.Find(ListWords.Grounds, "outside_competence")
        );
        Assert.Equal(Fidelity.TooEarly, ListWords.Find(ListWords.Fidelities, "TOO EARLY TO SAY"));
        Assert.Null(ListWords.Find(ListWords.Fidelities, "presque"));
    }

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("-2", "'-2")]
    [InlineData("\tcmd", "'\tcmd")]
    [InlineData("＝1", "'＝1")]
    [InlineData("'=1", "''=1")]
    [InlineData("'quoted'", "'quoted'")]
    [InlineData("l'été", "l'été")]
    [InlineData("", "")]
    [InlineData("'", "'")]
    public void A_cell_that_could_run_is_guarded_and_read_back_as_it_was(string text, string written)
    {
        Assert.Equal(written, GuardedCell.Write(text));
        Assert.Equal(text, GuardedCell.Read(written));
    }
}
