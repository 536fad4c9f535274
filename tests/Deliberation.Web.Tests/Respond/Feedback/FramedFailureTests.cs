using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>When the service itself answers, over a real socket, the frame of another site shows words and not a blank.</summary>
public sealed class FramedFailureTests(FramedFailureTests.Listening product)
    : IClassFixture<FramedFailureTests.Listening>
{
    private const string Address = "/retours/integrer?couleur=5a2ca0&langue=en";

    [Fact]
    public async Task A_form_too_large_is_told_in_the_frame_with_the_numbers_to_call()
    {
        // All that is taken is sent before a word is read, as browsers do.
        var answer = await SendAsync(Address, new string('a', 3_000_000));

        Assert.StartsWith("HTTP/1.1 413", answer, StringComparison.Ordinal);
        IsReadInTheFrame(answer);
        Assert.Contains("Go back and shorten the text.", answer, StringComparison.Ordinal);
        Assert.Contains("--brand: #5a2ca0", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_cannot_be_read_is_told_in_the_frame()
    {
        var fields = string.Join('&', Enumerable.Range(0, 2_000).Select(field => $"f{field}=1"));

        var answer = await SendAsync(Address, fields);

        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        IsReadInTheFrame(answer);
        Assert.Contains("The form may have expired.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frame_that_says_nothing_of_where_it_stands_is_told_so()
    {
        var answer = await SendAsync(Address, "Step=note&Answer=Bad", origin: "null");

        Assert.StartsWith("HTTP/1.1 403", answer, StringComparison.Ordinal);
        IsReadInTheFrame(answer);
        Assert.Contains("Answer on a full page.", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_crowd_and_a_service_that_stops_are_told_in_the_frame()
    {
        using var listening = new Listening();
        var browser = Browse(listening);
        var preview = await FilledAsync(browser);
        Page crowded;
        using (listening.Services.GetRequiredService<IntakeRoom>().TryEnter(2_000))
        {
            crowded = await browser.SubmitAsync(preview, "form#retour");
        }

        await listening.Services.GetRequiredService<IntakeWriter>().StopAsync(CancellationToken.None);
        var stopping = await browser.SubmitAsync(preview, "form#retour");

        Assert.Equal(HttpStatusCode.TooManyRequests, crowded.Status);
        Assert.Contains("Nothing is lost", crowded.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, stopping.Status);
        Assert.Contains("Wait a minute, go back, then try again.", stopping.Words, StringComparison.Ordinal);
        Assert.Equal(
            "/retours/integrer?couleur=5a2ca0&langue=en",
            stopping.Document.QuerySelector("main a.button")!.GetAttribute("href")
        );
        foreach (var page in new[] { crowded, stopping })
        {
            Assert.NotNull(page.Document.QuerySelector("main a[href='tel:3114']"));
            Assert.Contains(
                FramedProduct.Host,
                page.Response.Headers.GetValues("Content-Security-Policy").Single(),
                StringComparison.Ordinal
            );
            Assert.False(page.Response.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Those_who_come_when_too_many_are_there_are_told_when_to_come_back_and_let_go()
    {
        using var small = new Small();
        var first = await ServedAsync(small);

        using var framed = await LineAsync(small);
        var told = await GetAsync(framed, Address);
        using var page = await LineAsync(small);
        var own = await GetAsync(page, "/suivi/sans-reponse");
        using var program = await LineAsync(small);
        var data = await GetAsync(program, "/api/v1/treatments");
        using var watch = await LineAsync(small);
        var health = await GetAsync(watch, "/sante");

        foreach (var answer in new[] { told, own, data })
        {
            Assert.StartsWith("HTTP/1.1 503", answer, StringComparison.Ordinal);
            Assert.Contains("Retry-After: 10\r\n", answer, StringComparison.Ordinal);
            Assert.Contains("Connection: close\r\n", answer, StringComparison.Ordinal);
        }

        IsReadInTheFrame(told);
        Assert.Contains("Wait a minute, go back, then try again.", told, StringComparison.Ordinal);
        Assert.Contains("Le service est occupé", own, StringComparison.Ordinal);
        Assert.Contains("application/problem+json", data, StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", health, StringComparison.Ordinal);
        Assert.Contains("\r\nHealthy\r\n", health, StringComparison.Ordinal);

        first.Dispose();
        (await ServedAsync(small)).Dispose();
    }

    [Fact]
    public async Task An_expired_form_begins_again_in_the_frame()
    {
        var answer = await SendAsync(Address, "State=vieux&Step=recit&Answer=Bonjour");

        Assert.StartsWith("HTTP/1.1 200", answer, StringComparison.Ordinal);
        Assert.Contains("The form has expired.", answer, StringComparison.Ordinal);
        IsReadInTheFrame(answer);
    }

    private static void IsReadInTheFrame(string answer)
    {
        var (head, body) = (answer[..answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)], answer);
        Assert.Contains(
            "frame-ancestors https://hopital.example:8443 https://sante.example",
            head,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Set-Cookie", head, StringComparison.OrdinalIgnoreCase);
        foreach (var number in new[] { "tel:15", "tel:112", "sms:114", "tel:3114" })
        {
            Assert.Contains($"href=\"{number}\"", body, StringComparison.Ordinal);
        }
    }

    private async Task<string> SendAsync(string address, string form, string? origin = null)
    {
        using var line = new TcpClient();
        await line.ConnectAsync(product.Address.Host, product.Address.Port);
        await using var stream = line.GetStream();
        var bytes = Encoding.ASCII.GetBytes(form);
        var head = string.Create(
            CultureInfo.InvariantCulture,
            $"POST {address} HTTP/1.1\r\nHost: {product.Address.Authority}\r\nConnection: close\r\nOrigin: {origin ?? product.Address.GetLeftPart(UriPartial.Authority)}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: {bytes.Length}\r\n\r\n"
        );
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head));
        try
        {
            await stream.WriteAsync(bytes);
        }
        catch (IOException)
        {
            // The service wants no more of it; a browser then reads what was answered, and so do we.
        }

        using var reader = new StreamReader(stream, Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }

    private static async Task<TcpClient> LineAsync(ListeningProduct product)
    {
        var line = new TcpClient();
        await line.ConnectAsync(product.Address.Host, product.Address.Port);
        return line;
    }

    /// <summary>A line that is served and kept, once there is room: the service itself asks for a page when it starts.</summary>
    private static async Task<TcpClient> ServedAsync(ListeningProduct product)
    {
        for (var tries = 0; ; tries++)
        {
            var line = await LineAsync(product);
            var answer = await GetAsync(line, Address, keeps: true);
            if (answer.StartsWith("HTTP/1.1 200", StringComparison.Ordinal))
            {
                return line;
            }

            line.Dispose();
            Assert.True(tries < 200, answer);
            await Task.Delay(50);
        }
    }

    /// <returns>All that is said until the line is closed; what is said first, on a line that is kept.</returns>
    private static async Task<string> GetAsync(TcpClient line, string address, bool keeps = false)
    {
        var stream = line.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET {address} HTTP/1.1\r\nHost: localhost\r\n\r\n")
        );
        if (keeps)
        {
            var first = new byte[4_096];
            return Encoding.ASCII.GetString(first, 0, await stream.ReadAsync(first));
        }

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        return await reader.ReadToEndAsync(patience.Token);
    }

    private static Browser Browse(Listening listening)
    {
        var client = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = listening.Address,
        };
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return new Browser(client, null);
    }

    private static async Task<Page> FilledAsync(Browser browser)
    {
        var page = await browser.GoAsync(Address);
        foreach (var answer in new[] { "Bad", "Documents", "", "", "My story.", "", "", "", "" })
        {
            page = await browser.SubmitAsync(page, "form#retour", ("Answer", answer));
        }

        return page;
    }

    /// <summary>There is room for one connection.</summary>
    private sealed class Small : ListeningProduct
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>
            {
                ["Feedback:WidgetOrigins"] = $"{FramedProduct.Host}; https://hopital.example:8443",
                ["Server:MostConnections"] = "1",
            };
    }

    public sealed class Listening : ListeningProduct
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>
            {
                ["Feedback:WidgetOrigins"] = $"{FramedProduct.Host}; https://hopital.example:8443",
            };
    }
}
