using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;
using Deliberation.Web.Platform.Persistence;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Platform.Mail;

/// <summary>Carries one letter: to the SMTP server when one is configured, else to an <c>.eml</c> file.</summary>
internal sealed class Postman(IOptions<MailSettings> settings, DatabaseChoice choice)
{
    public string Folder => Path.Combine(choice.DataFolder, "courriels");

    /// <exception cref="SmtpException">The server refused it or could not be reached.</exception>
    public async Task CarryAsync(OutgoingMail mail, string text, CancellationToken cancellationToken)
    {
        if (mail.Recipient is null)
        {
            return;
        }

        using var message = Compose(mail, mail.Recipient, text);
        // Only an address with accents needs the newer form, which older servers refuse.
        var format = Ascii.IsValid(mail.Recipient)
            ? SmtpDeliveryFormat.SevenBit
            : SmtpDeliveryFormat.International;
        if (settings.Value.Host.Length == 0)
        {
            await LayDownAsync(message, format, mail.Id, cancellationToken);
            return;
        }

        using var client = Server();
        client.DeliveryFormat = format;
        await client.SendMailAsync(message, cancellationToken);
    }

    // Written aside, then moved: whoever watches the folder never reads half a letter.
    private async Task LayDownAsync(
        MailMessage message,
        SmtpDeliveryFormat format,
        Guid id,
        CancellationToken cancellationToken
    )
    {
        var aside = Directory.CreateDirectory(Path.Combine(Folder, $"{id:N}")).FullName;
        using var client = new SmtpClient
        {
            DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory,
            PickupDirectoryLocation = aside,
            DeliveryFormat = format,
        };
        await client.SendMailAsync(message, cancellationToken);
        foreach (var file in Directory.EnumerateFiles(aside).ToList())
        {
            File.Move(file, Path.Combine(Folder, $"{id:N}.eml"), overwrite: true);
        }

        Directory.Delete(aside);
    }

    private MailMessage Compose(OutgoingMail mail, string recipient, string text)
    {
        var sender = new MailAddress(settings.Value.From);
        var message = new MailMessage(sender, new MailAddress(recipient))
        {
            Subject = mail.Subject,
            SubjectEncoding = Encoding.UTF8,
            Body = text,
            BodyEncoding = Encoding.UTF8,
            BodyTransferEncoding = TransferEncoding.QuotedPrintable,
        };
        // The same letter sent twice after a crash has the same id, which mailboxes recognise.
        message.Headers.Add("Message-ID", $"<{mail.Id:N}@{sender.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated");
        if (mail.StopAddress is { } stop)
        {
            // https://www.rfc-editor.org/rfc/rfc8058
            message.Headers.Add("List-Unsubscribe", $"<{stop}>");
            message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        return message;
    }

    private SmtpClient Server()
    {
        var client = new SmtpClient(settings.Value.Host, settings.Value.Port)
        {
            EnableSsl = settings.Value.UseTls,
            Timeout = 30_000,
        };
        if (settings.Value.User.Length > 0)
        {
            client.Credentials = new NetworkCredential(settings.Value.User, settings.Value.Password);
        }

        return client;
    }
}
