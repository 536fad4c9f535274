using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Sessions;
using Deliberation.Web.Features.Respond.Feedback.Meaning;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback.Meaning;

public sealed class AgendaTests(AgendaTests.Threshold product) : IClassFixture<AgendaTests.Threshold>
{
    [Fact]
    public async Task Past_its_threshold_a_subject_is_due_then_taken_up_and_the_thread_is_walked_both_ways()
    {
        for (var rank = 0; rank < 11; rank++)
        {
            await Given.PublishedFeedbackAsync(product, "Le code SMS n’arrive pas sur mon téléphone fixe.");
        }

        await product.Services.GetRequiredService<PlacingRound>().PlaceAsync(CancellationToken.None);
        var space = await Given.SpaceAsync(product);
        var today = DateOnly.FromDateTime(DateTime.UtcNow);
        var session = await product.SendAsync(
            new Plan.Command(
                space.Slug,
                "Séance de rentrée",
                today.AddDays(9),
                today.AddDays(9),
                null,
                ["Accueil"]
            )
        );
        var facilitator = product.Browse(
            await Given.InSpaceAsync(product, space.Id, SpaceRole.Facilitator, "Claire")
        );
        var visitor = product.Browse();

        var waiting = await visitor.GoAsync("/retours/sujets");
        Assert.Contains("Doit être mis à l’ordre du jour", waiting.Words, StringComparison.Ordinal);
        Assert.Contains("10 retours en 90 jours", waiting.Words, StringComparison.Ordinal);
        var due = await facilitator.GoAsync("/bureau/retours/ordre-du-jour");
        var form = await facilitator.GoAsync(
            due.Document.QuerySelector("a.button.second")!.GetAttribute("href")!
        );
        var contribution = await facilitator.SubmitAsync(
            form,
            "form#ordre-du-jour",
            ("Data.SessionId", session.ToString()),
            ("Data.Title", "Recevoir son code sans portable")
        );

        var origin = contribution
            .Document.QuerySelector("a[href^='/retours/sujets/']")!
            .GetAttribute("href")!;
        var subject = await visitor.GoAsync(origin);
        Assert.Equal("Recevoir son code sans portable", subject.Heading);
        Assert.Contains("Mis à l’ordre du jour", subject.Words, StringComparison.Ordinal);
        Assert.NotNull(subject.Document.QuerySelector($"a[href='{contribution.Address}']"));
        var there = await visitor.GoAsync($"/dispositifs/{space.Slug}");
        Assert.Contains("Recevoir son code sans portable", there.Words, StringComparison.Ordinal);
        var data = (await visitor.GoAsync($"{origin}.json")).Text;
        Assert.Contains("\"feedbacks\":11", data, StringComparison.Ordinal);
        Assert.Contains("on_agenda_at", data, StringComparison.Ordinal);
        var list = (await visitor.GoAsync("/retours/sujets.json")).Text;
        Assert.Contains("Recevoir son code sans portable", list, StringComparison.Ordinal);
        var register = await visitor.GoAsync("/registre");
        Assert.Contains("un comité doit l’examiner", register.Words, StringComparison.Ordinal);
        var english = await visitor.GoAsync("/retours/sujets?langue=en");
        Assert.Equal("What the feedback has in common", english.Heading);
    }

    [Fact]
    public async Task What_fewer_than_ten_share_is_not_public()
    {
        await Given.PublishedFeedbackAsync(product, "Imprimante muette, bulletin illisible.");
        await Given.PublishedFeedbackAsync(product, "Bulletin illisible, imprimante muette.");
        await product.Services.GetRequiredService<PlacingRound>().PlaceAsync(CancellationToken.None);

        var list = await product.Browse().GoAsync("/retours/sujets");
        var one = await product.Browse().GoAsync("/retours/sujets/SU-9999");

        Assert.DoesNotContain("imprimante", list.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, one.Status);
    }

    public sealed class Threshold : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Subjects:Everywhere:Feedbacks"] = "10",
            };
    }
}
