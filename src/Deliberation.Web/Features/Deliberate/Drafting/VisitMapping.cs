using Deliberation.Domain.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Deliberate.Drafting;

internal sealed class VisitMapping : IEntityTypeConfiguration<Visit>
{
    public void Configure(EntityTypeBuilder<Visit> builder)
    {
        builder.ToTable("Visits");
        builder.HasKey(visit => new { visit.PersonId, visit.DocumentId });
        builder
            .HasOne<Document>()
            .WithMany()
            .HasForeignKey(visit => visit.DocumentId)
            .OnDelete(DeleteBehavior.Cascade);
    }
}
