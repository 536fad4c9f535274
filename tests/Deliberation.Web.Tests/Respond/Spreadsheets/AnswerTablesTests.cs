using System.Net;
using System.Text;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Testing;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Spreadsheets;

public sealed class AnswerTablesTests(Product product) : IClassFixture<Product>
{
    private const string Markup = "=cmd|' /C calc'!A0 ; \"deux\" lignes\n<script>alert(1)</script>";

    [Theory]
    [InlineData("/bureau/suivi/tableau.csv")]
    [InlineData("/bureau/suivi/tableau.xlsx")]
    public async Task Only_an_agent_takes_the_table_of_their_body(string address)
    {
        var moderator = await Given.InInstanceAsync(product, InstanceRole.Moderator);

        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(moderator).GoAsync(address)).Status);
    }

    [Fact]
    public async Task The_csv_opens_in_a_French_Excel_and_holds_what_the_body_is_in_charge_of()
    {
        var others = await Given.FollowedOpinionAsync(product);
        var followed = await AnsweredAsync();

        var bytes = await BytesAsync(followed, "csv");

        var text = Encoding.UTF8.GetString(bytes);
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        Assert.StartsWith(
            "\uFEFFRéférence;Titre;Statut actuel;Statut;Raison;",
            text,
            StringComparison.Ordinal
        );
        Assert.Contains(
            $"\r\n{followed.Proposition(2)};Proposition d’été numéro 2;;;",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(others.Opinion.Reference, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_cell_of_the_csv_can_run()
    {
        var followed = await AnsweredAsync();

        var text = Encoding.UTF8.GetString(await BytesAsync(followed, "csv"));

        Assert.Contains(
            $";\"'{Markup.Replace("\"", "\"\"", StringComparison.Ordinal)}\";",
            text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_workbook_is_well_made_and_all_of_text()
    {
        var followed = await AnsweredAsync();

        using var file = new MemoryStream(await BytesAsync(followed, "xlsx"));
        using var workbook = SpreadsheetDocument.Open(file, isEditable: false);

        Assert.Empty(new OpenXmlValidator().Validate(workbook));
        var rows = workbook
            .WorkbookPart!.WorksheetParts.Single()
            .Worksheet.Descendants<Row>()
            .Select(row => row.Elements<Cell>().ToList())
            .ToList();
        Assert.Equal(SheetColumns.All.Select(name => name.French), rows[0].Select(cell => cell.InnerText));
        Assert.Equal(4, rows.Count);
        Assert.Equal($"'{Markup}", rows[1][4].InnerText);
        Assert.All(
            rows.SelectMany(row => row),
            cell => Assert.Equal(CellValues.InlineString, cell.DataType!.Value)
        );
    }

    [Fact]
    public async Task The_desk_leads_to_both_tables()
    {
        var followed = await Given.FollowedOpinionAsync(product);

        var desk = await product.Browse(followed.Agent).GoAsync("/bureau/suivi");

        Assert.NotNull(desk.Document.QuerySelector("a[href='/bureau/suivi/tableau.csv']"));
        Assert.NotNull(desk.Document.QuerySelector("a[href='/bureau/suivi/tableau.xlsx']"));
    }

    private async Task<FollowedOpinion> AnsweredAsync()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var answer = Given.Answer() with { Reason = Markup };
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), answer));
        return followed;
    }

    private async Task<byte[]> BytesAsync(FollowedOpinion followed, string ending)
    {
        var page = await product.Browse(followed.Agent).GoAsync($"/bureau/suivi/tableau.{ending}");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        return await page.Response.Content.ReadAsByteArrayAsync();
    }
}
