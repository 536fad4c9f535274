using System.Net;
using System.Net.Http.Json;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Feedback;

public sealed class NarrowProduct : Product
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Feedback:IntakePerTenMinutes"] = "3",
            ["Feedback:GuessesPerTenMinutes"] = "4",
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
        for (var sent = 0; sent < 3; sent++)
        {
            using var answer = await browser.Client.PostAsJsonAsync(
                "/api/v1/feedback",
                new
                {
                    mark = 2,
                    part = "documents",
                    text = $"Envoi {sent}",
                }
            );
            Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        }

        var page = await browser.GoAsync("/retours/donner");
        foreach (var answer in new[] { "Bad", "Documents", "", "", "Mon récit.", "", "", "", "" })
        {
            page = await browser.SubmitAsync(page, "form#retour", ("Answer", answer));
        }

        var refused = await browser.SubmitAsync(page, "form#retour");

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.NotNull(refused.Response.Headers.RetryAfter);
        Assert.Contains("Mon récit.", refused.Words, StringComparison.Ordinal);
    }
}
