using Deliberation.Domain.Respond.Feedback.Triage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// An urgent feedback that moderators were not written to about yet. Kept in one transaction with the feedback, gone in
/// one transaction with the letters: none is missed, none is told twice.
/// </summary>
internal sealed record UrgentNotice
{
    public required string Number { get; init; }

    public required DateTimeOffset CameAt { get; init; }
}

internal sealed class UrgentNoticeMapping : IEntityTypeConfiguration<UrgentNotice>
{
    public void Configure(EntityTypeBuilder<UrgentNotice> builder)
    {
        builder.ToTable("UrgentNotices");
        builder.HasKey(notice => notice.Number);
        builder.Property(notice => notice.Number).HasMaxLength(20).ValueGeneratedNever();
    }
}

internal sealed class UrgentSilenceMapping : IEntityTypeConfiguration<UrgentSilence>
{
    public void Configure(EntityTypeBuilder<UrgentSilence> builder)
    {
        builder.ToTable("UrgentSilences");
        builder.HasKey(silence => silence.PersonId);
        builder.Property(silence => silence.PersonId).ValueGeneratedNever();
    }
}

internal sealed class UrgentCallMapping : IEntityTypeConfiguration<UrgentCall>
{
    public void Configure(EntityTypeBuilder<UrgentCall> builder)
    {
        builder.ToTable("UrgentCalls");
        builder.Property(call => call.Id).ValueGeneratedNever();
    }
}
