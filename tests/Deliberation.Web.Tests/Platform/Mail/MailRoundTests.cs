using Deliberation.Testing;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Platform.Mail;

public sealed class MailRoundTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_letter_leaves_once_as_a_file_a_mail_program_can_read()
    {
        await WriteAsync(
            "samira@example.org",
            "Invitation : comité « santé »",
            "Bonjour Samira,\n\nÀ bientôt."
        );

        var letter = await Mailbox.LastToAsync(product, "samira@example.org");
        await Mailbox.LastToAsync(product, "samira@example.org");

        Assert.Contains("À bientôt.", letter, StringComparison.Ordinal);
        Assert.Contains("MIME-Version: 1.0", letter, StringComparison.Ordinal);
        Assert.Contains("Subject: =?utf-8?", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Message-ID: <", letter, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Date: ", letter, StringComparison.Ordinal);
        Assert.Single(
            await Mailbox.AllAsync(product),
            sent => sent.Contains("samira@example.org", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task Several_rounds_at_once_send_a_letter_once()
    {
        await WriteAsync("ronde@example.org", "Une fois", "Une seule.");
        var round = product.Services.GetRequiredService<MailRound>();

        await Task.WhenAll(
            Enumerable.Range(0, 6).Select(_ => round.SendWaitingAsync(CancellationToken.None))
        );

        Assert.Single(
            await Mailbox.AllAsync(product),
            sent => sent.Contains("ronde@example.org", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_letter_that_could_not_leave_waits_and_is_tried_again()
    {
        using var unreachable = new UnreachableServer();
        await using (var scope = unreachable.Services.CreateAsyncScope())
        {
            scope.ServiceProvider.GetRequiredService<Letters>().Write("a@example.org", "Essai", "Essai");
            await scope.ServiceProvider.GetRequiredService<DeliberationDb>().SaveChangesAsync();
        }

        await unreachable.Services.GetRequiredService<MailRound>().SendWaitingAsync(CancellationToken.None);

        var kept = await unreachable.ReadAsync(db => db.Set<OutgoingMail>().SingleAsync());
        Assert.Equal(1, kept.Attempts);
        Assert.True(kept.NextAttemptAt > DateTimeOffset.UtcNow.AddSeconds(30));
    }

    [Fact]
    public async Task A_letter_to_nobody_is_dropped()
    {
        await WriteAsync(recipient: null, "Personne", "Rien");

        await product.Services.GetRequiredService<MailRound>().SendWaitingAsync(CancellationToken.None);

        Assert.False(
            await product.ReadAsync(db => db.Set<OutgoingMail>().AnyAsync(mail => mail.Subject == "Personne"))
        );
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(4, 8)]
    [InlineData(10, 480)]
    public void Each_wait_is_longer_up_to_eight_hours(int attempts, int minutes) =>
        Assert.Equal(TimeSpan.FromMinutes(minutes), MailRound.WaitAfter(attempts));

    private async Task WriteAsync(string? recipient, string subject, string text)
    {
        await using var scope = product.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Letters>().Write(recipient, subject, text);
        await scope.ServiceProvider.GetRequiredService<DeliberationDb>().SaveChangesAsync();
    }

    private sealed class UnreachableServer : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["Mail:Host"] = "127.0.0.1",
                ["Mail:Port"] = "1",
                ["Mail:UseTls"] = "false",
            };
    }
}
