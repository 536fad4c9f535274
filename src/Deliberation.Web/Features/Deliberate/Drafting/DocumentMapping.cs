using Deliberation.Domain.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Drafting;

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("Documents");
        builder.Property(document => document.FrozenReason).HasMaxLength(200);
        builder.HasIndex(document => document.SpaceId);
    }
}

/// <summary>One attributed edit of a text, kept for ever. Written by the live part without the change tracker, but for what goes from one text to another.</summary>
internal sealed class ChangeRow
{
    public required Guid DocumentId { get; init; }

    /// <summary>The version this change made: the first is 1.</summary>
    public required int Version { get; init; }

    public required Guid AuthorId { get; init; }

    /// <summary>The open page it came from.</summary>
    public required string ClientId { get; init; }

    public required int Sequence { get; init; }

    /// <summary>The change as browsers write it: numbers are kept, lists are replaced by their lines.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ChangeMapping : IEntityTypeConfiguration<ChangeRow>
{
    public void Configure(EntityTypeBuilder<ChangeRow> builder)
    {
        builder.ToTable("Changes");
        builder.HasKey(change => new { change.DocumentId, change.Version });
        builder.Property(change => change.Version).ValueGeneratedNever();
        builder.Property(change => change.ClientId).HasMaxLength(40);
        builder
            .HasIndex(change => new
            {
                change.DocumentId,
                change.ClientId,
                change.Sequence,
            })
            .IsUnique();
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(change => change.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>A text as it was at one version, so that opening it need not start from the first word.</summary>
internal sealed class Snapshot
{
    public required Guid DocumentId { get; init; }

    public required int Version { get; init; }

    public required string Text { get; init; }
}

internal sealed class SnapshotMapping : IEntityTypeConfiguration<Snapshot>
{
    public void Configure(EntityTypeBuilder<Snapshot> builder)
    {
        builder.ToTable("Snapshots");
        builder.HasKey(snapshot => new { snapshot.DocumentId, snapshot.Version });
        builder.Property(snapshot => snapshot.Version).ValueGeneratedNever();
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(snapshot => snapshot.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Who wrote the text at one version, so that finding out need not start from the first change.</summary>
internal sealed class KeptAttribution
{
    public required Guid DocumentId { get; init; }

    public required int Version { get; init; }

    /// <summary>As <see cref="WirePassages"/> writes them.</summary>
    public required string Passages { get; init; }
}

internal sealed class KeptAttributionMapping : IEntityTypeConfiguration<KeptAttribution>
{
    public void Configure(EntityTypeBuilder<KeptAttribution> builder)
    {
        builder.ToTable("Attributions");
        builder.HasKey(kept => new { kept.DocumentId, kept.Version });
        builder.Property(kept => kept.Version).ValueGeneratedNever();
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(kept => kept.DocumentId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
