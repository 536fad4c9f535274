using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback.Meaning;

public sealed class ThresholdTests(ThresholdTests.Set product) : IClassFixture<ThresholdTests.Set>
{
    private const string Address = "/bureau/retours/seuils";
    private const string Why = "Ce comité se réunit deux fois moins souvent.";

    [Fact]
    public async Task An_administrator_decides_in_public_and_the_settings_stay_for_the_others()
    {
        var (decided, other) = (await ThemeAsync("Accès"), await ThemeAsync("Agenda"));
        var administrator = await AdministratorAsync();
        var page = await administrator.GoAsync(Address);
        Assert.Equal("12 90 Réglages du service", LineOf(page, "Agenda"));

        page = await administrator.SubmitAsync(
            page,
            "form#seuil",
            ("Data.Theme", decided),
            ("Data.Feedbacks", "40"),
            ("Data.Days", "60"),
            ("Data.Because", Why)
        );

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal("40 60 Décidé ici", LineOf(page, "Accès"));
        Assert.Equal("12 90 Réglages du service", LineOf(page, "Agenda"));
        Assert.Contains(Why, page.Words, StringComparison.Ordinal);
        var register = await product.Browse().GoAsync("/registre?genre=ThresholdDecided");
        Assert.Contains(
            "Un comité examinera les sujets du thème « Accès » dès 40 retours en 60 jours.",
            register.Words,
            StringComparison.Ordinal
        );
        Assert.Contains(Why, register.Words, StringComparison.Ordinal);
        var english = await product.Browse().GoAsync("/registre?genre=ThresholdDecided&langue=en");
        Assert.Contains("from 40 feedbacks in 60 days on", english.Words, StringComparison.Ordinal);
        Assert.NotEqual(decided, other);
    }

    [Theory]
    [InlineData("", "40", "60", Why, "Choisissez un thème.")]
    [InlineData(ThemeThreshold.Everywhere, "beaucoup", "60", Why, "Écrivez un nombre entier")]
    [InlineData(ThemeThreshold.Everywhere, "9", "60", Why, "Un seuil va de 10 à 500 retours")]
    [InlineData(ThemeThreshold.Everywhere, "12", "90", Why, "n’est pas celui qui vaut déjà")]
    [InlineData(ThemeThreshold.Everywhere, "40", "60", "Parce que.", "se justifie, en 20 à 500 caractères")]
    public async Task A_wrong_decision_is_told_what_is_wrong(
        string theme,
        string feedbacks,
        string days,
        string because,
        string told
    )
    {
        var administrator = await AdministratorAsync();

        var page = await administrator.SubmitAsync(
            await administrator.GoAsync(Address),
            "form#seuil",
            ("Data.Theme", theme),
            ("Data.Feedbacks", feedbacks),
            ("Data.Days", days),
            ("Data.Because", because)
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(told, page.Words, StringComparison.Ordinal);
        Assert.Equal(because, page.Document.QuerySelector("textarea")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_decision_holds_for_what_comes_next()
    {
        await using var own = new Set();
        const string Text = "Le télécopieur du cabinet avale mes ordonnances bleues.";
        for (var rank = 0; rank < 10; rank++)
        {
            await Given.PublishedFeedbackAsync(own, Text);
        }

        await PlaceAsync(own);
        var before = await SubjectAsync(own);
        await own.SendAsync(
            new DecideThreshold.Command(
                ThemeThreshold.Everywhere,
                new AgendaThreshold(11, 30),
                Why,
                Guid.NewGuid()
            )
        );
        await Given.PublishedFeedbackAsync(own, Text);
        await PlaceAsync(own);

        Assert.Null(before.ReachedAt);
        var after = await SubjectAsync(own);
        Assert.Equal((11, 30), (after.ReachedFeedbacks, after.ReachedDays));
        var csv = (await own.Browse().GoAsync("/donnees/sujets.csv")).Text;
        Assert.Contains(",11,30,", csv, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_but_an_administrator_decides()
    {
        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(Address)).Status);
        foreach (var role in Enum.GetValues<InstanceRole>().Where(role => role != InstanceRole.Administrator))
        {
            var body = role == InstanceRole.Agent ? (await Given.BodyAsync(product)).Id : (Guid?)null;
            var person = product.Browse(await Given.InInstanceAsync(product, role, body));
            Assert.Equal(HttpStatusCode.Forbidden, (await person.GoAsync(Address)).Status);
            using var form = new FormUrlEncodedContent([new("Data.Theme", ThemeThreshold.Everywhere)]);
            using var answer = await person.Client.PostAsync(Address, form);
            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain(
                "form id=\"seuil\"",
                await answer.Content.ReadAsStringAsync(),
                StringComparison.Ordinal
            );
        }
    }

    private static string LineOf(Page page, string theme) =>
        string.Join(
            ' ',
            page.Document.QuerySelectorAll("#seuils tbody tr")
                .First(row => row.QuerySelector("th")!.TextContent.Trim() == theme)
                .QuerySelectorAll("td")
                .Select(cell => cell.TextContent.Trim())
        );

    private async Task<string> ThemeAsync(string name)
    {
        var key = $"theme-{Guid.NewGuid():N}"[..20];
        await product.KeepAsync(new Theme(key, name, name));
        return key;
    }

    private static Task PlaceAsync(Product own) =>
        own.Services.GetRequiredService<PlacingRound>().PlaceAsync(CancellationToken.None);

    private static Task<Subject> SubjectAsync(Product own) =>
        own.ReadAsync(db =>
            db.Set<Subject>().AsNoTracking().OrderByDescending(one => one.Feedbacks).FirstAsync()
        );

    private async Task<Browser> AdministratorAsync() =>
        product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));

    public sealed class Set : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Subjects:Everywhere:Feedbacks"] = "12",
            };
    }
}
