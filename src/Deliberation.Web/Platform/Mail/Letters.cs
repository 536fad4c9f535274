using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.DataProtection;

namespace Deliberation.Web.Platform.Mail;

/// <summary>Where letters are written. They leave once the caller's own <c>SaveChangesAsync</c> has kept them.</summary>
internal sealed class Letters(DeliberationDb db, IDataProtectionProvider protection, TimeProvider clock)
{
    private readonly IDataProtector seal = protection.CreateProtector("mail");

    /// <param name="recipient">One address; null writes a letter to nobody.</param>
    /// <param name="subject">In the recipient's language, at most 200 characters.</param>
    /// <param name="text">Plain text, one blank line between paragraphs.</param>
    /// <param name="stop">Where a mail program posts when its reader unsubscribes; for letters that come again.</param>
    public void Write(string? recipient, string subject, string text, string? stop = null)
    {
        var now = clock.GetUtcNow();
        db.Add(
            new OutgoingMail
            {
                Id = Guid.CreateVersion7(now),
                Recipient = recipient,
                Subject = subject,
                SealedText = seal.Protect(text),
                StopAddress = stop,
                CreatedAt = now,
                NextAttemptAt = now,
            }
        );
    }

    public string Read(OutgoingMail mail) => seal.Unprotect(mail.SealedText);
}
