using System.Net;
using Deliberation.Testing;

namespace Deliberation.Web.Tests.Platform.Security;

/// <summary>A visitor who says to come from elsewhere is believed only through a proxy that the service was told of.</summary>
public sealed class ProxiesTests
{
    [Theory]
    [InlineData("", HttpStatusCode.TooManyRequests)]
    [InlineData("192.0.2.0/24", HttpStatusCode.TooManyRequests)]
    [InlineData("127.0.0.1;::1", HttpStatusCode.NotFound)]
    public async Task A_forged_address_slips_under_no_limit(string proxies, HttpStatusCode third)
    {
        using var product = new RunningProduct(
            new Dictionary<string, string> { ["Proxies"] = proxies, ["Feedback__GuessesPerTenMinutes"] = "2" }
        );
        await product.StartAsync();
        using var client = new HttpClient { BaseAddress = product.Address };

        var answers = new List<HttpStatusCode>();
        foreach (var pretended in new[] { "203.0.113.1", "203.0.113.2", "203.0.113.3" })
        {
            using var guess = new HttpRequestMessage(HttpMethod.Get, "/retours/suivre/ABCD-1234-0000");
            guess.Headers.Add("X-Forwarded-For", pretended);
            using var answer = await client.SendAsync(guess);
            answers.Add(answer.StatusCode);
        }

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.NotFound, third], answers);
    }
}
