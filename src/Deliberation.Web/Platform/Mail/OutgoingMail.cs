using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Platform.Mail;

/// <summary>A letter waiting to leave, kept in the transaction that caused it; the row goes when the letter has left.</summary>
internal sealed class OutgoingMail
{
    public required Guid Id { get; init; }

    /// <summary>
    /// Null for a letter to nobody, which is dropped: an unknown address then costs the same writes as a known one.
    /// </summary>
    public required string? Recipient { get; init; }

    public required string Subject { get; init; }

    /// <summary>The text, sealed: a letter may carry the key of the door, the database must not.</summary>
    public required string SealedText { get; init; }

    /// <summary>Where a mail program posts to unsubscribe its reader; null for letters that come once.</summary>
    public string? StopAddress { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public int Attempts { get; set; }

    /// <summary>Null once every attempt failed.</summary>
    public DateTimeOffset? NextAttemptAt { get; set; }
}

internal sealed class OutgoingMailMapping : IEntityTypeConfiguration<OutgoingMail>
{
    public void Configure(EntityTypeBuilder<OutgoingMail> builder)
    {
        builder.ToTable("OutgoingMails");
        builder.Property(mail => mail.Recipient).HasMaxLength(256);
        builder.Property(mail => mail.Subject).HasMaxLength(200);
        builder.Property(mail => mail.StopAddress).HasMaxLength(500);
        builder.HasIndex(mail => mail.NextAttemptAt);
    }
}
