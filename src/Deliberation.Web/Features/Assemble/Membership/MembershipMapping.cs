using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Account;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

internal sealed class MembershipMapping : IEntityTypeConfiguration<Member>
{
    public void Configure(EntityTypeBuilder<Member> builder)
    {
        builder.ToTable("Memberships");
        builder.Property(member => member.Name).HasMaxLength(60);
        builder
            .HasIndex(member => new { member.SpaceId, member.PersonId })
            .IsUnique()
            .HasFilter("\"EndedAt\" IS NULL");
        builder.HasIndex(member => member.PersonId);
        builder
            .HasOne<Space>()
            .WithMany()
            .HasForeignKey(member => member.SpaceId)
            .OnDelete(DeleteBehavior.Restrict);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(member => member.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class AppointmentMapping : IEntityTypeConfiguration<Appointment>
{
    public void Configure(EntityTypeBuilder<Appointment> builder)
    {
        builder.ToTable("Appointments");
        builder.HasIndex(appointment => appointment.PersonId);
        builder
            .HasOne<Person>()
            .WithMany()
            .HasForeignKey(appointment => appointment.PersonId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
