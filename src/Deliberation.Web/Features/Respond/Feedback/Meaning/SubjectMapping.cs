using Deliberation.Domain.Respond.Feedback.Meaning;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

internal sealed class SubjectMapping : IEntityTypeConfiguration<Subject>
{
    public void Configure(EntityTypeBuilder<Subject> builder)
    {
        builder.ToTable("Subjects");
        builder.Property(subject => subject.Number).HasMaxLength(12);
        builder.Property(subject => subject.Name).HasMaxLength(120);
        builder.Property(subject => subject.Theme).HasMaxLength(40);
        builder.Ignore(subject => subject.Words);
        builder.Ignore(subject => subject.IsOpen);
        builder.Ignore(subject => subject.MustBeTakenUp);
        builder
            .Property<List<SubjectWord>>("words")
            .HasColumnName("Words")
            .HasConversion<KeptSubjectWords>(KeptSubjectWords.Comparer);
        builder.HasIndex(subject => subject.Number).IsUnique();
        builder.HasIndex(subject => new { subject.State, subject.GrewAt });
        builder.HasIndex(subject => subject.ContributionId).IsUnique();
        builder.OwnsMany(
            subject => subject.Steps,
            step =>
            {
                step.ToTable("SubjectSteps");
                step.WithOwner().HasForeignKey("SubjectId");
                step.HasKey("SubjectId", nameof(SubjectStep.Position));
                step.Property(value => value.Position).ValueGeneratedNever();
                step.Property(value => value.Note).HasMaxLength(120);
            }
        );
    }
}

internal sealed class ReadingMapping : IEntityTypeConfiguration<Reading>
{
    public void Configure(EntityTypeBuilder<Reading> builder)
    {
        builder.ToTable("FeedbackReadings");
        builder.Property(reading => reading.Id).ValueGeneratedNever();
        builder.Property(reading => reading.Number).HasMaxLength(20);
        builder.Property(reading => reading.Words).HasConversion<KeptWords>(KeptWords.Comparer);
        builder.Property(reading => reading.SuggestedTheme).HasMaxLength(40);
        builder.Property(reading => reading.Theme).HasMaxLength(40);
        builder.Ignore(reading => reading.Waits);
        builder.HasIndex(reading => new { reading.SubjectId, reading.ReceivedAt });
        builder
            .HasOne<UserFeedback>()
            .WithOne()
            .HasForeignKey<Reading>(reading => reading.Id)
            .OnDelete(DeleteBehavior.Cascade);
        builder
            .HasOne<Subject>()
            .WithMany()
            .HasForeignKey(reading => reading.SubjectId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
