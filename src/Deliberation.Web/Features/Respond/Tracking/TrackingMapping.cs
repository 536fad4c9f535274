using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed class OpinionTrackerMapping : IEntityTypeConfiguration<OpinionTracker>
{
    public void Configure(EntityTypeBuilder<OpinionTracker> builder)
    {
        builder.ToTable("OpinionTrackers");
        builder.Property(tracker => tracker.Id).ValueGeneratedNever();
        builder.Property(tracker => tracker.Reference).HasMaxLength(40);
        builder.Property(tracker => tracker.Slug).HasMaxLength(80);
        builder.Property(tracker => tracker.Title).HasMaxLength(300);
        builder.HasIndex(tracker => tracker.Reference).IsUnique();
        builder.HasIndex(tracker => tracker.Slug).IsUnique();
        builder.Ignore(tracker => tracker.Scheme);
        builder.HasMany<Status>("statuses").WithOne().HasForeignKey(StatusMapping.OpinionId);
        builder.Navigation("statuses").UsePropertyAccessMode(PropertyAccessMode.Field).AutoInclude();
    }
}

internal sealed class StatusMapping : IEntityTypeConfiguration<Status>
{
    /// <summary>The scale's opinion, which a status does not need to know.</summary>
    public const string OpinionId = nameof(OpinionId);

    public void Configure(EntityTypeBuilder<Status> builder)
    {
        builder.ToTable("OpinionStatuses");
        builder.Property<Guid>(OpinionId);
        builder.HasKey(OpinionId, nameof(Status.Code));
        builder.Property(status => status.Code).HasMaxLength(40);
        builder.Property(status => status.French).HasMaxLength(120);
        builder.Property(status => status.English).HasMaxLength(120);
        builder.Property(status => status.Icon).HasMaxLength(40);
        builder.Property(status => status.Pattern).HasMaxLength(40);
    }
}

internal sealed class TreatmentMapping : IEntityTypeConfiguration<Treatment>
{
    public void Configure(EntityTypeBuilder<Treatment> builder)
    {
        builder.ToTable("Treatments");
        builder.Property(treatment => treatment.Id).ValueGeneratedNever();
        builder.Property(treatment => treatment.Reference).HasMaxLength(40);
        builder.Property(treatment => treatment.Title).HasMaxLength(300);
        builder.Property(treatment => treatment.Theme).HasMaxLength(120);
        builder.Property(treatment => treatment.Keywords).HasMaxLength(500);
        builder.Property(treatment => treatment.DueBasis).HasMaxLength(300);
        builder.HasIndex(treatment => treatment.Reference).IsUnique();
        builder.HasIndex(treatment => new { treatment.OpinionId, treatment.Number }).IsUnique();
        builder.HasIndex(treatment => treatment.BodyId);
        builder.HasIndex(treatment => treatment.Theme);
        builder
            .HasOne<OpinionTracker>()
            .WithMany()
            .HasForeignKey(treatment => treatment.OpinionId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Body>()
            .WithMany()
            .HasForeignKey(treatment => treatment.BodyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.HasIndex(treatment => treatment.ExpectedOn);
        builder.HasIndex(treatment => treatment.WithdrawnAt);
        builder.Ignore(treatment => treatment.Latest);
        builder.Ignore(treatment => treatment.PositionsOwed);
        builder
            .HasMany(treatment => treatment.Updates)
            .WithOne()
            .HasForeignKey(update => update.TreatmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(treatment => treatment.Entrustments)
            .WithOne()
            .HasForeignKey(hand => hand.TreatmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(treatment => treatment.Expectations)
            .WithOne()
            .HasForeignKey(expected => expected.TreatmentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class TreatmentUpdateMapping : IEntityTypeConfiguration<TreatmentUpdate>
{
    public void Configure(EntityTypeBuilder<TreatmentUpdate> builder)
    {
        builder.ToTable("TreatmentUpdates");
        builder.HasKey(update => new { update.TreatmentId, update.Number });
        builder.Property(update => update.Number).ValueGeneratedNever();
        builder.Property(update => update.Status).HasMaxLength(40);
        builder.Property(update => update.Function).HasMaxLength(200);
        builder.Property(update => update.EvidenceLink).HasMaxLength(500);
        builder.Property(update => update.EvidenceCitation).HasMaxLength(500);
        builder.Property(update => update.ImportedFrom).HasMaxLength(500);
        builder.Property(update => update.Kept).HasMaxLength(1_000);
        builder.Property(update => update.NotKept).HasMaxLength(1_000);
        builder.Property(update => update.WouldChange).HasMaxLength(1_000);
        builder.Property(update => update.PassedOnTo).HasMaxLength(200);
        builder.Property(update => update.CheckedBy).HasMaxLength(200);
        builder.Property(update => update.Laws).HasMaxLength(1_000);
        builder.Property(update => update.Documents).HasMaxLength(4_000);
        builder.Property(update => update.SuccessMeasure).HasMaxLength(1_000);
        builder.Property(update => update.Replies).HasConversion<RepliesColumn>();
        builder.Ignore(update => update.Decision);
        builder.HasIndex(update => new { update.TreatmentId, update.Key }).IsUnique();
        builder
            .HasOne<Body>()
            .WithMany()
            .HasForeignKey(update => update.BodyId)
            .OnDelete(DeleteBehavior.Restrict);
        WrittenOnce.Keep(builder.Metadata);
    }
}

internal sealed class ExpectationMapping : IEntityTypeConfiguration<Expectation>
{
    public void Configure(EntityTypeBuilder<Expectation> builder)
    {
        builder.ToTable("Expectations");
        builder.HasKey(expected => new { expected.TreatmentId, expected.Number });
        builder.Property(expected => expected.Number).ValueGeneratedNever();
        builder.Property(expected => expected.Basis).HasMaxLength(1_000);
        WrittenOnce.Keep(builder.Metadata);
    }
}

internal sealed class EntrustmentMapping : IEntityTypeConfiguration<Entrustment>
{
    public void Configure(EntityTypeBuilder<Entrustment> builder)
    {
        builder.ToTable("Entrustments");
        builder.HasKey(hand => new { hand.TreatmentId, hand.Number });
        builder.Property(hand => hand.Number).ValueGeneratedNever();
        builder
            .HasOne<Body>()
            .WithMany()
            .HasForeignKey(hand => hand.BodyId)
            .OnDelete(DeleteBehavior.Restrict);
        WrittenOnce.Keep(builder.Metadata);
    }
}
