using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Sessions;

internal sealed class SessionMapping : IEntityTypeConfiguration<Session>
{
    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(session => session.Title).HasMaxLength(200);
        builder.Property(session => session.Place).HasMaxLength(200);
        builder.HasIndex(session => session.SpaceId);
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(session => session.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder.OwnsMany(
            session => session.Agenda,
            item =>
            {
                item.ToTable("AgendaItems");
                item.WithOwner().HasForeignKey("SessionId");
                item.HasKey("SessionId", nameof(AgendaItem.Position));
                item.Property(value => value.Position).ValueGeneratedNever();
                item.Property(value => value.Title).HasMaxLength(200);
            }
        );
    }
}
