using System.Net;
using System.Net.Http.Json;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class NarrowProduct : Product
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Feedback:IntakePerTenMinutes"] = "3",
            ["Feedback:GuessesPerTenMinutes"] = "4",
            ["Feedback:PerKeyPerMinute"] = "3",
            ["Feedback:MostAtOnce"] = "100",
        };
}

public sealed class LimitTests
{
    [Fact]
    public async Task A_code_guessed_many_times_is_429_with_the_time_to_wait()
    {
        using var product = new NarrowProduct();
        var receipt = await Given.FeedbackAsync(product);
        var browser = product.Browse();
        var page = await browser.GoAsync("/retours/suivre");
        for (var guess = 0; guess < 2; guess++)
        {
            var wrong = await browser.SubmitAsync(page, "form#suivre", ("Code", $"ABCD-1234-000{guess}"));
            Assert.Contains("Aucun retour n’a ce code", wrong.Words, StringComparison.Ordinal);
            var link = await browser.GoAsync($"/retours/suivre/ABCD-1234-111{guess}/retirer");
            Assert.Equal(HttpStatusCode.OK, link.Status);
            var act = await browser.SubmitAsync(link, "form#retirer");
            Assert.Equal(HttpStatusCode.NotFound, act.Status);
        }

        var typed = await browser.SubmitAsync(page, "form#suivre", ("Code", receipt.Code));
        var followed = await browser.GoAsync($"/retours/suivre/{receipt.Code}");

        Assert.Equal(HttpStatusCode.TooManyRequests, typed.Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, followed.Status);
        Assert.NotNull(followed.Response.Headers.RetryAfter);
        Assert.Equal("Trop de demandes en peu de temps", followed.Heading);
    }

    [Fact]
    public async Task Too_many_feedbacks_from_one_address_are_429_and_nothing_typed_is_lost()
    {
        using var product = new NarrowProduct();
        var browser = product.Browse();
        var page = await FilledAsync(browser);
        for (var sent = 0; sent < 3; sent++)
        {
            var thanks = await browser.SubmitAsync(page, "form#retour");
            Assert.Equal(HttpStatusCode.OK, thanks.Status);
        }

        var refused = await browser.SubmitAsync(page, "form#retour");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("Mon récit.", refused.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_many_feedbacks_by_one_key_are_429_and_another_key_still_comes_in()
    {
        using var product = new NarrowProduct();
        var (busy, other) = (await Given.PartnerAsync(product), await Given.PartnerAsync(product));
        var answers = new List<HttpStatusCode>();
        for (var sent = 0; sent < 4; sent++)
        {
            answers.Add((await GiveAsync(busy, $"Envoi {sent}")).StatusCode);
        }

        using var last = await GiveAsync(busy, "Envoi de trop");

        Assert.Equal(
            [.. Enumerable.Repeat(HttpStatusCode.Created, 3), HttpStatusCode.TooManyRequests],
            answers
        );
        Assert.InRange(last.Headers.RetryAfter?.Delta?.TotalSeconds ?? 0, 1, 60);
        Assert.Equal(HttpStatusCode.Created, (await GiveAsync(other, "Envoi")).StatusCode);
    }

    [Fact]
    public async Task When_the_intake_is_full_everyone_is_told_when_to_come_back_and_nothing_fails()
    {
        using var product = new NarrowProduct();
        var client = await Given.PartnerAsync(product);
        var browser = product.Browse();
        var page = await FilledAsync(browser);
        var room = product.Services.GetRequiredService<IntakeRoom>();
        using (room.TryEnter(100))
        {
            using var program = await GiveAsync(client, "Envoi");
            var form = await browser.SubmitAsync(page, "form#retour");

            Assert.Equal(HttpStatusCode.TooManyRequests, program.StatusCode);
            Assert.NotNull(program.Headers.RetryAfter);
            Assert.Equal(HttpStatusCode.TooManyRequests, form.Status);
            Assert.Contains("Mon récit.", form.Words, StringComparison.Ordinal);
        }

        Assert.Equal(HttpStatusCode.Created, (await GiveAsync(client, "Envoi")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await browser.SubmitAsync(page, "form#retour")).Status);
        Assert.Equal(0, room.Taken);
    }

    private static async Task<Page> FilledAsync(Browser browser)
    {
        var page = await browser.GoAsync("/retours/donner");
        foreach (var answer in new[] { "Bad", "Documents", "", "", "Mon récit.", "", "", "", "" })
        {
            page = await browser.SubmitAsync(page, "form#retour", ("Answer", answer));
        }

        return page;
    }

    private static Task<HttpResponseMessage> GiveAsync(HttpClient client, string text) =>
        client.PostAsJsonAsync(
            "/api/v1/feedback",
            new
            {
                mark = 2,
                part = "documents",
                text,
            }
        );
}
