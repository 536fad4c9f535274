using Deliberation.Domain.Respond.Reminders;
using Deliberation.Domain.Respond.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Reminders;

internal sealed class BodyReminderMapping : IEntityTypeConfiguration<BodyReminder>
{
    public void Configure(EntityTypeBuilder<BodyReminder> builder)
    {
        builder.ToTable("BodyReminders");
        builder.Property(reminder => reminder.Id).ValueGeneratedNever();
        builder
            .HasOne<Body>()
            .WithOne()
            .HasForeignKey<BodyReminder>(reminder => reminder.Id)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
