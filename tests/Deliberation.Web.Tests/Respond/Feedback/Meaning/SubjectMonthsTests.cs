using System.Globalization;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Deliberation.Web.Platform;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback.Meaning;

/// <summary>The months of a subject, and the subjects as a table.</summary>
public sealed class SubjectMonthsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_subject_shows_its_months_as_chart_table_and_data_and_stands_in_the_table_of_subjects()
    {
        var now = TimeProvider.System.GetUtcNow();
        await GiveAsync(12, now.AddMonths(-3));
        await GiveAsync(11, now);
        await product.Services.GetRequiredService<PlacingRound>().PlaceAsync(CancellationToken.None);
        var visitor = product.Browse();

        var csv = (await visitor.GoAsync("/donnees/sujets.csv")).Text.Split("\r\n");
        var number = csv[1].Split(',')[0];
        var page = await visitor.GoAsync($"/retours/sujets/{number}");
        var data = (await visitor.GoAsync($"/retours/sujets/{number}.json")).Text;
        var english = await visitor.GoAsync($"/retours/sujets/{number}?langue=en");

        Assert.StartsWith(
            "number,name,theme,words,feedbacks,last_thirty_days,",
            csv[0],
            StringComparison.Ordinal
        );
        Assert.StartsWith($"{number},,,", csv[1], StringComparison.Ordinal);
        Assert.Contains(",23,11,", csv[1], StringComparison.Ordinal);
        Assert.Equal("", csv[2]);
        Assert.NotNull(page.Document.QuerySelector("#retours-par-mois svg"));
        var cells = page
            .Document.QuerySelectorAll("#mois > table td")
            .Select(cell => cell.TextContent)
            .ToList();
        Assert.Equal(["12", "non montré", "non montré", "11"], cells);
        var first = now.AddMonths(-3).ToString("MMMM yyyy", CultureInfo.GetCultureInfo("fr-FR"));
        Assert.Contains($"12 retours en {first}", page.Words, StringComparison.Ordinal);
        Assert.Contains("2 mois ne sont pas dessinés.", page.Words, StringComparison.Ordinal);
        Assert.Contains("\"months\":[{\"month\":", data, StringComparison.Ordinal);
        Assert.Contains("\"feedbacks\":12}", data, StringComparison.Ordinal);
        Assert.Contains("Month by month", english.Words, StringComparison.Ordinal);
    }

    private async Task GiveAsync(int count, DateTimeOffset at)
    {
        using var then = product.Services.GetRequiredService<InstanceClock>().At(at);
        for (var rank = 0; rank < count; rank++)
        {
            await Given.PublishedFeedbackAsync(product, "Le code SMS n’arrive pas sur mon téléphone fixe.");
        }
    }
}
