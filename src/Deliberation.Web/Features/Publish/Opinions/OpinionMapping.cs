using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Publish.Opinions;

internal sealed class OpinionMapping : IEntityTypeConfiguration<Opinion>
{
    public void Configure(EntityTypeBuilder<Opinion> builder)
    {
        builder.ToTable("Opinions");
        builder.Property(opinion => opinion.SpaceSlug).HasMaxLength(80);
        builder.Property(opinion => opinion.Slug).HasMaxLength(80);
        builder.Property(opinion => opinion.Reference).HasMaxLength(12);
        builder.Property(opinion => opinion.Title).HasMaxLength(200);
        builder.Property(opinion => opinion.Language).HasMaxLength(2);
        builder.HasIndex(opinion => opinion.Slug).IsUnique();
        builder.HasIndex(opinion => opinion.Reference).IsUnique();
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(opinion => opinion.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Draft>()
            .WithMany()
            .HasForeignKey(opinion => opinion.DraftId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.Ignore(opinion => opinion.Pending);
        builder.HasMany(opinion => opinion.Editions).WithOne().HasForeignKey(edition => edition.OpinionId);
        builder.HasMany(opinion => opinion.Positions).WithOne().HasForeignKey(position => position.OpinionId);
    }
}

internal sealed class EditionMapping : IEntityTypeConfiguration<Edition>
{
    public void Configure(EntityTypeBuilder<Edition> builder)
    {
        builder.ToTable("Editions");
        builder.HasKey(edition => new { edition.OpinionId, edition.Number });
        builder.Property(edition => edition.Number).ValueGeneratedNever();
        builder.Property(edition => edition.Title).HasMaxLength(200);
        builder.Property(edition => edition.Sha256).HasMaxLength(64);
        builder
            .HasMany(edition => edition.Sections)
            .WithOne()
            .HasForeignKey(section => new { section.OpinionId, section.EditionNumber });
        builder
            .HasMany(edition => edition.Propositions)
            .WithOne()
            .HasForeignKey(request => new { request.OpinionId, request.EditionNumber });
    }
}

internal sealed class EditionSectionMapping : IEntityTypeConfiguration<EditionSection>
{
    public void Configure(EntityTypeBuilder<EditionSection> builder)
    {
        builder.ToTable("EditionSections");
        builder.HasKey(section => new
        {
            section.OpinionId,
            section.EditionNumber,
            section.Position,
        });
        builder.Property(section => section.Position).ValueGeneratedNever();
        builder.Property(section => section.Title).HasMaxLength(200);
    }
}

internal sealed class PropositionMapping : IEntityTypeConfiguration<Proposition>
{
    public void Configure(EntityTypeBuilder<Proposition> builder)
    {
        builder.ToTable("Propositions");
        builder.HasKey(request => new
        {
            request.OpinionId,
            request.EditionNumber,
            request.Number,
        });
        builder.Property(request => request.Number).ValueGeneratedNever();
        builder.Property(request => request.Title).HasMaxLength(200);
        builder.Property(request => request.Theme).HasMaxLength(100);
        builder.HasIndex(request => request.ProposalId);
        builder.ComplexProperty(
            request => request.Decision,
            decision =>
            {
                decision.Property(value => value.BallotId).HasColumnName("BallotId");
                decision.Property(value => value.DecisionRule).HasColumnName("DecisionRule");
                decision.Property(value => value.Electors).HasColumnName("Electors");
                decision.Property(value => value.For).HasColumnName("For");
                decision.Property(value => value.Against).HasColumnName("Against");
                decision.Property(value => value.Abstained).HasColumnName("Abstained");
                decision.Property(value => value.Minutes).HasColumnName("Minutes").HasMaxLength(500);
                decision.Property(value => value.DecidedAt).HasColumnName("DecidedAt");
            }
        );
    }
}

/// <summary>A text of an edition as HTML, rendered once when it was published.</summary>
internal sealed class RenderedText
{
    public required Guid OpinionId { get; init; }

    public required int EditionNumber { get; init; }

    /// <summary>Which text: <c>preamble</c>, <c>section-2</c>, <c>proposition-12</c>, <c>rationale-12</c>…</summary>
    public required string Place { get; init; }

    public required string Html { get; init; }
}

internal sealed class RenderedTextMapping : IEntityTypeConfiguration<RenderedText>
{
    public void Configure(EntityTypeBuilder<RenderedText> builder)
    {
        builder.ToTable("RenderedTexts");
        builder.HasKey(text => new
        {
            text.OpinionId,
            text.EditionNumber,
            text.Place,
        });
        builder.Property(text => text.EditionNumber).ValueGeneratedNever();
        builder.Property(text => text.Place).HasMaxLength(40);
        builder
            .HasOne<Edition>()
            .WithMany()
            .HasForeignKey(text => new { text.OpinionId, text.EditionNumber })
            .OnDelete(DeleteBehavior.Restrict);
    }
}
