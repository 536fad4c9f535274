using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Domain.Respond.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

internal sealed class FeedbackMapping : IEntityTypeConfiguration<UserFeedback>
{
    public void Configure(EntityTypeBuilder<UserFeedback> builder)
    {
        builder.ToTable("Feedbacks");
        builder.Property(feedback => feedback.Number).HasMaxLength(20);
        builder.Property(feedback => feedback.Language).HasMaxLength(2);
        builder.Property(feedback => feedback.CodeHash).HasMaxLength(64);
        builder.Property(feedback => feedback.Objection).HasConversion<KeptMasked>();
        builder.Ignore(feedback => feedback.ReplyToRead);
        builder.Ignore(feedback => feedback.ProposedDecision);
        builder.HasIndex(feedback => feedback.Number).IsUnique();
        builder.HasIndex(feedback => feedback.CodeHash).IsUnique();
        builder.HasIndex(feedback => new { feedback.Stage, feedback.ReceivedAt });
        builder.HasIndex(feedback => feedback.BodyId);
        builder.HasIndex(feedback => feedback.MaskedBy);
        builder.HasIndex(feedback => feedback.TriagedBy);
        builder
            .HasIndex(feedback => new
            {
                feedback.Stage,
                feedback.Severity,
                feedback.ReceivedAt,
                feedback.Number,
            })
            .IsDescending(false, true, false, false);
        builder
            .HasOne<Body>()
            .WithMany()
            .HasForeignKey(feedback => feedback.BodyId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.ComplexProperty(feedback => feedback.Answers, MapAnswers);
        builder.OwnsMany(feedback => feedback.Steps, MapSteps);
        builder.OwnsMany(feedback => feedback.Links, MapLinks);
        builder.OwnsMany(feedback => feedback.Replies, MapReplies);
        builder.OwnsMany(feedback => feedback.Triage, MapTriage);
    }

    private static void MapAnswers(ComplexPropertyBuilder<Answers> answers)
    {
        answers.Ignore(value => value.Texts);
        answers.Ignore(value => value.SaySomething);
        answers.Property(value => value.Mark).HasColumnName("Mark");
        answers.Property(value => value.Part).HasColumnName("Part");
        answers.Property(value => value.Easy).HasColumnName("Easy").HasConversion<KeptMasked>();
        answers.Property(value => value.Hard).HasColumnName("Hard").HasConversion<KeptMasked>();
        answers.Property(value => value.Text).HasColumnName("Text").HasConversion<KeptMasked>();
        answers.Property(value => value.Suggestion).HasColumnName("Suggestion").HasConversion<KeptMasked>();
        answers.Property(value => value.Harmless).HasColumnName("Harmless").HasConversion<KeptHarmless>();
        answers.Property(value => value.Contact).HasColumnName("Contact");
        answers.Property(value => value.AgeBand).HasColumnName("AgeBand");
        answers.Property(value => value.Departement).HasColumnName("Departement").HasMaxLength(3);
    }

    private static void MapSteps(OwnedNavigationBuilder<UserFeedback, FeedbackStep> step)
    {
        step.ToTable("FeedbackSteps");
        step.Property(value => value.Because).HasConversion<KeptMasked>();
        step.WithOwner().HasForeignKey("FeedbackId");
        step.HasKey("FeedbackId", nameof(FeedbackStep.Position));
        step.Property(value => value.Position).ValueGeneratedNever();
    }

    private static void MapLinks(OwnedNavigationBuilder<UserFeedback, FeedbackLink> link)
    {
        link.ToTable("FeedbackLinks");
        link.WithOwner().HasForeignKey("FeedbackId");
        link.HasKey("FeedbackId", nameof(FeedbackLink.Position));
        link.Property(value => value.Position).ValueGeneratedNever();
        link.Property(value => value.Reference).HasMaxLength(40);
        link.Ignore(value => value.Holds);
        link.HasIndex(value => value.Reference);
    }

    private static void MapTriage(OwnedNavigationBuilder<UserFeedback, TriageStep> step)
    {
        step.ToTable("FeedbackTriage");
        step.WithOwner().HasForeignKey("FeedbackId");
        step.HasKey("FeedbackId", nameof(TriageStep.Position));
        step.Property(value => value.Position).ValueGeneratedNever();
        step.Property(value => value.Because).HasConversion<KeptMasked>();
    }

    private static void MapReplies(OwnedNavigationBuilder<UserFeedback, Reply> reply)
    {
        reply.ToTable("FeedbackReplies");
        reply.WithOwner().HasForeignKey("FeedbackId");
        reply.HasKey("FeedbackId", nameof(Reply.Position));
        reply.Property(value => value.Position).ValueGeneratedNever();
        reply.Property(value => value.Function).HasMaxLength(120);
    }
}

internal sealed class KeptMasked()
    : ValueConverter<MaskedText, string>(text => text.Value, kept => MaskedText.AsKept(kept));

internal sealed class KeptHarmless()
    : ValueConverter<HarmlessWords, string>(words => words.Value, kept => HarmlessWords.AsKept(kept));

/// <summary>The last number given in a year; numbers are given in order and never twice.</summary>
internal sealed class FeedbackYear
{
    public required int Year { get; init; }

    public int Last { get; init; }
}

internal sealed class FeedbackYearMapping : IEntityTypeConfiguration<FeedbackYear>
{
    public void Configure(EntityTypeBuilder<FeedbackYear> builder)
    {
        builder.ToTable("FeedbackYears");
        builder.HasKey(row => row.Year);
        builder.Property(row => row.Year).ValueGeneratedNever();
    }
}
