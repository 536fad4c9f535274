using Deliberation.Domain.Respond.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed class BodyMapping : IEntityTypeConfiguration<Body>
{
    public void Configure(EntityTypeBuilder<Body> builder)
    {
        builder.ToTable("Bodies");
        builder.Property(body => body.Key).HasMaxLength(40);
        builder.Property(body => body.Name).HasMaxLength(200);
        builder.HasIndex(body => body.Key).IsUnique();
    }
}
