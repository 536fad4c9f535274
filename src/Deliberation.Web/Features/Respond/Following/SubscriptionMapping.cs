using Deliberation.Domain.Respond.Following;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Following;

internal sealed class SubscriptionMapping : IEntityTypeConfiguration<Subscription>
{
    public void Configure(EntityTypeBuilder<Subscription> builder)
    {
        builder.ToTable("Subscriptions");
        builder.Property(row => row.Id).ValueGeneratedNever();
        builder.Property(row => row.Email).HasMaxLength(256);
        builder.Property(row => row.Language).HasMaxLength(2);
        builder.HasIndex(row => new { row.Topic, row.TopicId });
        builder.HasIndex(row => row.NewsAt);
    }
}
