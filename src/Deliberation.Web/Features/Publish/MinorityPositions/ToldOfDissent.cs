using Deliberation.Domain.Publish.Opinions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>The members were written to when this edition was first assembled: they are not written to again about it.</summary>
internal sealed class ToldOfDissent
{
    public required Guid OpinionId { get; init; }

    /// <summary>The number the edition will have once it is published.</summary>
    public required int Edition { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class ToldOfDissentMapping : IEntityTypeConfiguration<ToldOfDissent>
{
    public void Configure(EntityTypeBuilder<ToldOfDissent> builder)
    {
        builder.ToTable("ToldOfDissent");
        // The database itself refuses a second letter.
        builder.HasKey(told => new { told.OpinionId, told.Edition });
        builder
            .HasOne<Opinion>()
            .WithMany()
            .HasForeignKey(told => told.OpinionId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
