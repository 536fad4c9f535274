using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback.Meaning;

public sealed class SubjectsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Feedbacks_that_say_the_same_make_a_subject_that_people_name_and_correct()
    {
        var first = await Given.PublishedFeedbackAsync(
            product,
            "Le code SMS n’arrive pas sur mon téléphone fixe."
        );
        await Given.PublishedFeedbackAsync(product, "Impossible d’avoir le code SMS avec un téléphone fixe.");
        var last = await Given.PublishedFeedbackAsync(
            product,
            "Pas de SMS, pas de code : téléphone fixe ici."
        );
        await Given.FeedbackAsync(product, "Code SMS et téléphone fixe, mais pas encore lu.");
        await PlaceAsync();
        var browser = await ModeratorAsync();

        var list = await browser.GoAsync(KnownSubject.List);
        var subject = list.Document.QuerySelector("tbody a")!;
        Assert.Contains("téléphone", list.Words, StringComparison.Ordinal);
        Assert.Equal("3", list.Document.QuerySelector("td.number")!.TextContent);
        var page = await browser.GoAsync(subject.GetAttribute("href")!);
        page = await browser.SubmitAsync(page, "form#nommer", ("Name", "Le code par téléphone fixe"));
        Assert.Equal("Le code par téléphone fixe", page.Heading);
        await browser.SubmitAsync(page, $"form#sortir-{last.Number}");
        page = await browser.GoAsync(page.Address);

        Assert.Contains("2 retours publics", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector($"form#sortir-{last.Number}"));
        Assert.Contains("Moderator, modération", page.Words, StringComparison.Ordinal);
        Assert.Contains("Un retour en est sorti", page.Words, StringComparison.Ordinal);
        var apart = await browser.GoAsync($"/bureau/retours/{last.Number}");
        Assert.Contains("Une personne l’a mis à part", apart.Words, StringComparison.Ordinal);
        var number = page.Address[(page.Address.LastIndexOf('/') + 1)..];
        apart = await browser.SubmitAsync(apart, "form#deplacer", ("Into", number.ToLowerInvariant()));
        Assert.Contains("Le code par téléphone fixe", apart.Words, StringComparison.Ordinal);
        var register = await product.Browse().GoAsync("/registre");
        Assert.Contains("Le code par téléphone fixe", register.Words, StringComparison.Ordinal);
        Assert.Contains($"le sujet du retour {last.Number}", register.Words, StringComparison.Ordinal);
        Assert.Contains("La modération nomme le sujet", register.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Moderator", register.Words, StringComparison.Ordinal);
        await LeavesAsync(first, number);
    }

    // Withdrawn or taken down, it leaves, and so do its words.
    private async Task LeavesAsync(Receipt receipt, string number)
    {
        await product.SendAsync(
            new Withhold.Command(receipt.Number, WithholdingReason.PersonalData, Guid.NewGuid())
        );
        await PlaceAsync();

        var subject = await product.ReadAsync(db =>
            db.Set<Subject>().SingleAsync(row => row.Number == number)
        );
        var stems = await product.ReadAsync(db =>
            db.Set<SpokenStem>().Where(row => row.Stem == "arriv").ToListAsync()
        );
        Assert.Equal(2, subject.Feedbacks);
        Assert.DoesNotContain(stems, row => row.Feedbacks > 0);
        Assert.False(
            await product.ReadAsync(db => db.Set<Reading>().AnyAsync(row => row.Number == receipt.Number))
        );
    }

    [Fact]
    public async Task Two_subjects_are_merged_and_another_is_dismissed()
    {
        foreach (
            var text in new[]
            {
                "Vaccin de ma fille : rappel oublié.",
                "Rappel du vaccin oublié pour ma fille.",
                "Carnet papier perdu pendant le déménagement.",
                "Déménagement : carnet papier perdu.",
            }
        )
        {
            await Given.PublishedFeedbackAsync(product, text);
        }

        await PlaceAsync();
        var (vaccine, paper) = (await SubjectOfAsync("vaccin"), await SubjectOfAsync("papi"));
        var browser = await ModeratorAsync();

        var page = await browser.GoAsync(KnownSubject.AddressOf(vaccine.Number));
        page = await browser.SubmitAsync(page, "form#fusionner", ("Into", paper.Number));
        Assert.Contains("4 retours publics", page.Words, StringComparison.Ordinal);
        page = await browser.SubmitAsync(page, "form#ecarter", ("Reason", "SeveralMatters"));

        Assert.Contains("Plusieurs sujets mêlés", page.Words, StringComparison.Ordinal);
        Assert.Null(page.Document.QuerySelector("form#nommer"));
        var merged = await browser.GoAsync(KnownSubject.AddressOf(vaccine.Number));
        Assert.Contains(paper.Number, merged.Words, StringComparison.Ordinal);
        await Given.PublishedFeedbackAsync(product, "Mon carnet papier a été perdu au déménagement.");
        await PlaceAsync();
        var dismissed = await product.ReadAsync(db =>
            db.Set<Subject>().SingleAsync(row => row.Id == paper.Id)
        );
        Assert.Equal(5, dismissed.Feedbacks); // what resembles it does not come back as a new subject
    }

    [Fact]
    public async Task Beside_a_feedback_stand_its_twins_and_the_propositions_it_may_speak_of()
    {
        await product.KeepAsync(new Theme("propositions", "Les propositions numérotées", "Propositions"));
        var opinion = await Given.FollowedOpinionAsync(product);
        const string Text = "La proposition au numéro affiché est introuvable depuis ma tablette.";
        var receipt = await Given.PublishedFeedbackAsync(product, Text);
        var again = await Given.FeedbackAsync(product, $"{Text} Bonjour !");
        await PlaceAsync();
        var browser = await ModeratorAsync();

        var waiting = await browser.GoAsync($"/bureau/retours/{again.Number}");
        Assert.Contains("Presque les mêmes mots", waiting.Words, StringComparison.Ordinal);
        Assert.Contains(receipt.Number, waiting.Words, StringComparison.Ordinal);
        var page = await browser.GoAsync($"/bureau/retours/{receipt.Number}");
        Assert.Contains(again.Number, page.Words, StringComparison.Ordinal);
        Assert.Contains(
            "proposition, numéro",
            page.Words.Replace("numéro, proposition", "proposition, numéro", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        page = await browser.SubmitAsync(page, $"form#lier-{opinion.Proposition(2)}");

        Assert.NotNull(page.Document.QuerySelector($"form#delier-{opinion.Proposition(2)}"));
        Assert.Null(page.Document.QuerySelector($"form#lier-{opinion.Proposition(2)}"));
        page = await browser.SubmitAsync(page, "form#theme", ("Theme", "propositions"));
        Assert.Contains("Choisi par une personne", page.Words, StringComparison.Ordinal);
        var english = await browser.GoAsync($"/bureau/retours/{receipt.Number}?langue=en");
        Assert.Contains("Its subject and its theme", english.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_not_there_is_404_and_what_breaks_a_rule_is_said()
    {
        var waiting = await Given.FeedbackAsync(product, "Pas encore public, donc dans aucun sujet.");

        await Assert.ThrowsAsync<Absent>(() =>
            product.SendAsync(new Regroup.Command(waiting.Number, null, Guid.NewGuid()))
        );
        await Assert.ThrowsAsync<Absent>(() =>
            product.SendAsync(new FileUnder.Command(waiting.Number, "acces", Guid.NewGuid()))
        );
        var page = await (await ModeratorAsync()).GoAsync($"{KnownSubject.List}/SU-9999");
        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private Task PlaceAsync() =>
        product.Services.GetRequiredService<PlacingRound>().PlaceAsync(CancellationToken.None);

    private Task<Subject> SubjectOfAsync(string stem) =>
        product.ReadAsync(db =>
            db.Set<Subject>()
                .SingleAsync(subject =>
                    db.Set<SubjectStem>().Any(row => row.Stem == stem && row.SubjectId == subject.Id)
                )
        );

    private async Task<Browser> ModeratorAsync() =>
        product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));
}
