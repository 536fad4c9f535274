using Deliberation.Domain.Respond.Feedback;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>When what is kept for a time was last looked at, and how much of it was erased since the beginning.</summary>
internal sealed class RetentionRun
{
    public required RetentionKind Kind { get; init; }

    public required DateTimeOffset LastAt { get; set; }

    public required int Erased { get; set; }
}

internal sealed class RetentionRunMapping : IEntityTypeConfiguration<RetentionRun>
{
    public void Configure(EntityTypeBuilder<RetentionRun> builder)
    {
        builder.ToTable("RetentionRuns");
        builder.HasKey(run => run.Kind);
        builder.Property(run => run.Kind).ValueGeneratedNever();
    }
}
