using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>A table that an agent gave back, kept for the time of reading what it would change.</summary>
internal sealed class KeptTable
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    public const int LongestName = 120;

    /// <summary>Also names the answers that it gives, so that it gives them once.</summary>
    public required Guid Id { get; init; }

    /// <summary>The agent who gave it, and who alone sees it.</summary>
    public required Guid By { get; init; }

    /// <summary>The name of the file; empty for what was pasted.</summary>
    public required string Name { get; init; }

    /// <summary>The file, byte for byte, or what is left of it once masked; nothing once its answers are given.</summary>
    public required byte[] Content { get; set; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>How many answers it gave; null before.</summary>
    public int? Given { get; private set; }

    /// <param name="report">What is still told of it for an hour, in place of its content.</param>
    public void MarkGiven(int answers, byte[]? report = null)
    {
        Given = answers;
        Content = report ?? [];
    }
}

internal sealed class KeptTableMapping : IEntityTypeConfiguration<KeptTable>
{
    public void Configure(EntityTypeBuilder<KeptTable> builder)
    {
        builder.ToTable("KeptTables");
        builder.Property(table => table.Id).ValueGeneratedNever();
        builder.Property(table => table.Name).HasMaxLength(KeptTable.LongestName);
        builder.HasIndex(table => table.By);
        builder.HasIndex(table => table.ExpiresAt);
    }
}
