using System.Net;
using Deliberation.Testing;
using Deliberation.Web.Platform.Mail;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Information;

public sealed class WriteToUsTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_message_leaves_as_a_letter()
    {
        var browser = product.Browse();

        var sent = await browser.SubmitAsync(
            await browser.GoAsync("/contact"),
            "form#contact",
            ("Data.Message", "Je ne trouve pas l’avis de 2021."),
            ("Data.Email", "odette@example.org")
        );

        Assert.Contains("Votre message est parti", sent.Words, StringComparison.Ordinal);
        Assert.Contains(
            await LettersAsync(),
            letter => letter.Contains("odette@example.org", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_form_with_an_error_comes_back_with_its_values()
    {
        var browser = product.Browse();

        var page = await browser.SubmitAsync(
            await browser.GoAsync("/contact?langue=en"),
            "form#contact",
            ("Data.Message", "Un long message tout à fait clair."),
            ("Data.Email", "pas une adresse")
        );

        Assert.Contains("Un long message tout à fait clair.", page.Words, StringComparison.Ordinal);
        Assert.Contains("or nothing", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_flood_of_messages_is_stopped()
    {
        using var quiet = new Product();
        var browser = quiet.Browse();
        var form = await browser.GoAsync("/contact");

        var last = form;
        for (var message = 0; message < 11; message++)
        {
            last = await browser.SendAsync(
                form,
                "form#contact",
                ("Data.Message", $"Message numéro {message}.")
            );
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, last.Status);
        Assert.NotNull(last.Response.Headers.RetryAfter);
    }

    // A letter is a row until it is carried, a file afterwards.
    private async Task<IReadOnlyList<string>> LettersAsync()
    {
        await using var scope = product.Services.CreateAsyncScope();
        var letters = scope.ServiceProvider.GetRequiredService<Letters>();
        var waiting = await product.ReadAsync(db => db.Set<OutgoingMail>().ToListAsync());
        var folder = Directory.CreateDirectory(scope.ServiceProvider.GetRequiredService<Postman>().Folder);
        return
        [
            .. waiting.Select(letters.Read),
            .. folder.EnumerateFiles().Select(file => File.ReadAllText(file.FullName)),
        ];
    }
}
