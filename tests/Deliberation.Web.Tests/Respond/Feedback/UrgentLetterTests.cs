using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>Whatever the door, moderators are written to: at once, together, and without the words.</summary>
public sealed class UrgentLetterTests
{
    private const string Urgent = "Je n’en peux plus, j’ai envie d’en finir.";

    [Fact]
    public async Task Urgent_feedback_by_any_door_is_told_at_once_and_together_without_its_words()
    {
        await using var product = new Product();
        var moderator = await AddressAsync(product, InstanceRole.Moderator);
        var administrator = await AddressAsync(product, InstanceRole.Administrator);
        await Given.FeedbackAsync(product);
        await CallAsync(product);
        Assert.Empty(await LettersAsync(product, moderator));

        await Given.FeedbackAsync(product, Urgent);
        await ByTheApiAsync(product, "nuit-1");
        await CallAsync(product);
        await CallAsync(product);

        var first = Assert.Single(await LettersAsync(product, moderator));
        Assert.Contains("2 retours urgents attendent d’être lus.", Plain(first), StringComparison.Ordinal);
        Assert.Contains("Le plus ancien attend depuis le", first, StringComparison.Ordinal);
        Assert.Contains("/bureau/retours", first, StringComparison.Ordinal);
        Assert.DoesNotContain("en finir", first, StringComparison.Ordinal);
        Assert.DoesNotContain("RU-", first, StringComparison.Ordinal);
        Assert.Empty(await LettersAsync(product, administrator));
    }

    [Fact]
    public async Task What_comes_within_a_quarter_of_an_hour_is_one_letter_and_a_repeat_is_none()
    {
        await using var product = new Product();
        var moderator = await AddressAsync(product, InstanceRole.Moderator, "en");
        await ByFhirAsync(product);
        await CallAsync(product);
        var partner = await Given.PartnerAsync(product);
        for (var sending = 0; sending < 3; sending++)
        {
            await ByTheApiAsync(product, "nuit-2", partner);
        }

        await Given.FeedbackAsync(product, Urgent);
        await CallAsync(product, minutes: 14);
        Assert.Single(await LettersAsync(product, moderator));
        await CallAsync(product, minutes: 16);
        await CallAsync(product, minutes: 60);

        var letters = await LettersAsync(product, moderator);
        Assert.Equal(2, letters.Count);
        Assert.Contains("1 urgent feedback waits to be read.", letters[0], StringComparison.Ordinal);
        Assert.Contains("3 urgent feedbacks wait to be read.", letters[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_decided_before_the_letter_wakes_nobody()
    {
        await using var product = new Product();
        var moderator = await AddressAsync(product, InstanceRole.Moderator);
        var receipt = await Given.FeedbackAsync(product, Urgent);
        await product.SendAsync(
            new Propose.Command(receipt.Number, null, "Une autre personne le dit.", Guid.NewGuid())
        );
        await product.SendAsync(new Decide.Command(receipt.Number, Guid.NewGuid(), Seen: 1));

        await CallAsync(product);

        Assert.Empty(await LettersAsync(product, moderator));
        Assert.Equal(0, await product.ReadAsync(db => db.Set<UrgentNotice>().CountAsync()));

        await Given.FeedbackAsync(product, Urgent);
        await CallAsync(product, minutes: 1);

        // A call that wrote to nobody makes nobody wait a quarter of an hour.
        Assert.Single(await LettersAsync(product, moderator));
    }

    [Fact]
    public async Task A_danger_told_while_nobody_moderates_is_told_to_the_first_who_does()
    {
        await using var product = new Product();
        await Given.FeedbackAsync(product, Urgent);
        await CallAsync(product);
        var moderator = await AddressAsync(product, InstanceRole.Moderator);

        await CallAsync(product, minutes: 1);

        Assert.Single(await LettersAsync(product, moderator));
    }

    [Fact]
    public async Task Someone_who_chose_so_is_written_to_no_more_as_long_as_somebody_else_is()
    {
        await using var product = new Product();
        var (first, second) = (
            await Given.InInstanceAsync(product, InstanceRole.Moderator),
            await Given.InInstanceAsync(product, InstanceRole.Moderator)
        );
        var browser = product.Browse(first);
        var form = await browser.GoAsync("/bureau/retours/lettres");
        Assert.Contains("1 autre personne la reçoit.", form.Words, StringComparison.Ordinal);

        var off = await browser.SubmitAsync(form, "form#lettres");
        await Given.FeedbackAsync(product, Urgent);
        await CallAsync(product);
        var alone = await product.Browse(second).GoAsync("/bureau/retours/lettres");
        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            product.SendAsync(new BeCalled.Command(second, On: false))
        );
        await product.SendAsync(new BeCalled.Command(second, On: true));

        Assert.Contains("Vous ne recevez pas cette lettre.", off.Words, StringComparison.Ordinal);
        Assert.Empty(await LettersAsync(product, await EmailAsync(product, first)));
        var letter = Assert.Single(await LettersAsync(product, await EmailAsync(product, second)));
        Assert.Contains("/bureau/retours/lettres", letter, StringComparison.Ordinal);
        Assert.Null(alone.Document.QuerySelector("form#lettres"));
        Assert.Equal(FeedbackRules.SomebodyIsToldOfUrgentFeedback, refused.Rule);
        Assert.Contains("\"urgent_letters\"", await DataAsync(browser), StringComparison.Ordinal);

        var on = await browser.SubmitAsync(off, "form#lettres");
        Assert.Contains("Vous recevez cette lettre", on.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_the_last_one_who_was_told_leaves_the_others_are_told_again()
    {
        await using var product = new Product();
        var (silent, told) = (
            await Given.InInstanceAsync(product, InstanceRole.Moderator),
            await Given.InInstanceAsync(product, InstanceRole.Moderator)
        );
        await product.SendAsync(new BeCalled.Command(silent, On: false));
        await product.ReadAsync(async db =>
        {
            (await db.Set<Appointment>().SingleAsync(post => post.PersonId == told)).End(
                DateTimeOffset.UtcNow
            );
            return await db.SaveChangesAsync();
        });

        await Given.FeedbackAsync(product, Urgent);
        await CallAsync(product);

        Assert.Single(await LettersAsync(product, await EmailAsync(product, silent)));
    }

    [Fact]
    public async Task The_desk_says_when_a_letter_could_reach_nobody()
    {
        await using var product = new Product();
        var moderator = await Given.InInstanceAsync(product, InstanceRole.Moderator);
        var before = await product.Browse(moderator).GoAsync("/bureau/retours");
        await product.ReadAsync(async db =>
        {
            (await db.Set<Person>().SingleAsync(one => one.Id == moderator)).ReachAt(null);
            return await db.SaveChangesAsync();
        });

        var after = await product.Browse(moderator).GoAsync("/bureau/retours");
        var choice = await product.Browse(moderator).GoAsync("/bureau/retours/lettres");

        const string Nobody = "Personne n’est prévenu d’un retour urgent";
        Assert.DoesNotContain(Nobody, before.Words, StringComparison.Ordinal);
        Assert.Contains(Nobody, after.Words, StringComparison.Ordinal);
        Assert.Contains("Vous ne pouvez pas la recevoir", choice.Words, StringComparison.Ordinal);
    }

    private static Task<string> EmailAsync(Product product, Guid person) =>
        product.ReadAsync(db =>
            db.Set<Person>().Where(one => one.Id == person).Select(one => one.Email!).SingleAsync()
        );

    private static async Task<string> DataAsync(Browser browser) =>
        (await browser.GoAsync("/compte/donnees")).Text;

    private static async Task ByTheApiAsync(Product product, string name, HttpClient? partner = null)
    {
        var client = partner ?? await Given.PartnerAsync(product);
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/feedback")
        {
            Content = JsonContent.Create(
                new
                {
                    mark = 1,
                    part = "help",
                    text = Urgent,
                }
            ),
        };
        request.Headers.Add("Idempotency-Key", name);
        using var answer = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
    }

    private static async Task ByFhirAsync(Product product)
    {
        var questionnaire = await product
            .CreateClient()
            .GetFromJsonAsync<JsonElement>("/api/v1/fhir/Questionnaire/retour");
        var body = $$"""
            {
              "resourceType": "QuestionnaireResponse",
              "questionnaire": "{{questionnaire.GetProperty("url").GetString()}}",
              "status": "completed",
              "item": [
                { "linkId": "note", "answer": [{ "valueCoding": { "code": "bad" } }] },
                { "linkId": "partie", "answer": [{ "valueCoding": { "code": "help" } }] },
                { "linkId": "recit", "answer": [{ "valueString": "J’ai envie d’en finir." }] }
              ]
            }
            """;
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/fhir+json");
        var client = await Given.PartnerAsync(product);
        using var answer = await client.PostAsync("/api/v1/fhir/QuestionnaireResponse", content);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
    }

    private static async Task<string> AddressAsync(Product product, InstanceRole role, string language = "fr")
    {
        var person = await Given.InInstanceAsync(product, role);
        return await product.ReadAsync(async db =>
        {
            var known = await db.Set<Person>().SingleAsync(one => one.Id == person);
            known.Language = language;
            await db.SaveChangesAsync();
            return known.Email!; // everyone given here has an address
        });
    }

    private static async Task CallAsync(Product product, int minutes = 0)
    {
        var now = DateTimeOffset.UtcNow.AddMinutes(minutes);
        using (product.Services.GetRequiredService<InstanceClock>().At(now))
        {
            await product.Services.GetRequiredService<UrgentRound>().CallAsync(CancellationToken.None);
        }
    }

    private static async Task<IReadOnlyList<string>> LettersAsync(Product product, string address)
    {
        using (product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddHours(2)))
        {
            await Mailbox.LastToAsync(product, address);
        }

        var all = await Mailbox.AllAsync(product);
        return
        [
            .. all.Where(letter => letter.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase)),
        ];
    }

    private static string Plain(string letter) => letter.Replace('\u00a0', ' ').Replace('\u202f', ' ');
}
