using Deliberation.Domain.Respond.Partners;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Partners;

internal sealed class PartnerKeyMapping : IEntityTypeConfiguration<PartnerKey>
{
    public void Configure(EntityTypeBuilder<PartnerKey> builder)
    {
        builder.ToTable("PartnerKeys");
        builder.Property(key => key.Id).ValueGeneratedNever();
        builder.Property(key => key.Partner).HasMaxLength(80);
        builder.Property(key => key.Scope).HasMaxLength(40);
        builder.Property(key => key.Hash).HasMaxLength(64);
        builder.Property(key => key.Beginning).HasMaxLength(12);
        builder.Ignore(key => key.IsInUse);
        builder.HasIndex(key => key.Hash).IsUnique();
    }
}
