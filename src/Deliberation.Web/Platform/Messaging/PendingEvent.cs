using System.Text.Json;
using Deliberation.Domain;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>A fact that somebody still has to be told of; the row goes once everybody was.</summary>
internal sealed class PendingEvent
{
    public required Guid Id { get; init; }

    /// <summary>The event's type name, without its assembly.</summary>
    public required string Type { get; init; }

    public required string Content { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public static PendingEvent Of(DomainEvent happened, DateTimeOffset now) =>
        new()
        {
            Id = Guid.CreateVersion7(now),
            Type = happened.GetType().FullName!, // a record declared in Domain always has one
            Content = JsonSerializer.Serialize(happened, happened.GetType()),
            RecordedAt = now,
        };
}

internal sealed class PendingEventMapping : IEntityTypeConfiguration<PendingEvent>
{
    public void Configure(EntityTypeBuilder<PendingEvent> builder)
    {
        builder.ToTable("PendingEvents");
        builder.Property(pending => pending.Type).HasMaxLength(200);
    }
}
