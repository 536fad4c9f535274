using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Instruction;

internal sealed class PreparedAnswerMapping : IEntityTypeConfiguration<PreparedAnswer>
{
    public void Configure(EntityTypeBuilder<PreparedAnswer> builder)
    {
        builder.ToTable("PreparedAnswers");
        builder.Property(answer => answer.Id).ValueGeneratedNever();
        builder.HasIndex(answer => new { answer.UnderWay, answer.BodyId }).IsUnique();
        builder.HasIndex(answer => new { answer.TreatmentId, answer.Key }).IsUnique();
        builder.HasIndex(answer => new { answer.BodyId, answer.Stage });
        builder.HasIndex(answer => new { answer.Stage, answer.EffectiveAt });
        builder
            .HasOne<Treatment>()
            .WithMany()
            .HasForeignKey(answer => answer.TreatmentId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Body>()
            .WithMany()
            .HasForeignKey(answer => answer.BodyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasMany(answer => answer.Steps)
            .WithOne()
            .HasForeignKey(step => step.PreparedAnswerId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsOne(answer => answer.Content, MapContent);
        builder.Navigation(answer => answer.Content).IsRequired();
    }

    private static void MapContent(OwnedNavigationBuilder<PreparedAnswer, TreatmentAnswer> content)
    {
        content.Property(value => value.Status).HasMaxLength(40);
        content.Property(value => value.Function).HasMaxLength(200);
        content.Property(value => value.EvidenceLink).HasMaxLength(500);
        content.Property(value => value.EvidenceCitation).HasMaxLength(500);
        content.Property(value => value.CheckedBy).HasMaxLength(200);
        content.Property(value => value.Laws).HasMaxLength(1_000);
        content.Property(value => value.Documents).HasMaxLength(4_000);
        content.Property(value => value.SuccessMeasure).HasMaxLength(1_000);
        content.Property(value => value.Replies).HasConversion<RepliesColumn>();
        content.Ignore(value => value.ImportedFrom);
        content.OwnsOne(value => value.Decision, MapDecision);
    }

    private static void MapDecision(OwnedNavigationBuilder<TreatmentAnswer, Decision> decision)
    {
        decision.Property(value => value.Kept).HasMaxLength(1_000);
        decision.Property(value => value.NotKept).HasMaxLength(1_000);
        decision.Property(value => value.WouldChange).HasMaxLength(1_000);
        decision.Property(value => value.PassedOnTo).HasMaxLength(200);
    }
}

internal sealed class PreparedStepMapping : IEntityTypeConfiguration<PreparedStep>
{
    public void Configure(EntityTypeBuilder<PreparedStep> builder)
    {
        builder.ToTable("PreparedSteps");
        builder.HasKey(step => new { step.PreparedAnswerId, step.Number });
        builder.Property(step => step.Number).ValueGeneratedNever();
        builder.Property(step => step.Reason).HasMaxLength(1_000);
        WrittenOnce.Keep(builder.Metadata);
    }
}
