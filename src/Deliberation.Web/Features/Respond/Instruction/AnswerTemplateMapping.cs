using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Instruction;

internal sealed class AnswerTemplateMapping : IEntityTypeConfiguration<AnswerTemplate>
{
    public void Configure(EntityTypeBuilder<AnswerTemplate> builder)
    {
        builder.ToTable("AnswerTemplates");
        builder.Property(template => template.Id).ValueGeneratedNever();
        builder.Property(template => template.Title).HasMaxLength(120);
        builder.HasIndex(template => template.BodyId);
        builder
            .HasOne<Body>()
            .WithMany()
            .HasForeignKey(template => template.BodyId)
            .OnDelete(DeleteBehavior.Restrict);
    }
}
