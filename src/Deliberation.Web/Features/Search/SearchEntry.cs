using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Search;

/// <summary>One public thing as the search knows it. What is not public has no entry.</summary>
internal sealed class SearchEntry
{
    /// <summary>Made from the address: full-text indexes need a number that never changes.</summary>
    public required long Id { get; init; }

    public required SearchKind Kind { get; init; }

    /// <summary>Where it is read: <c>/avis/mon-avis/propositions/12</c>.</summary>
    public required string Address { get; init; }

    public required string Title { get; set; }

    /// <summary>The words of the title, without accents or capitals, parted by spaces.</summary>
    public required string TitleWords { get; set; }

    public required string Text { get; set; }

    /// <summary>The words of the text, without accents or capitals, parted by spaces.</summary>
    public required string Words { get; set; }

    public required string Language { get; set; }

    public required DateTimeOffset At { get; set; }

    public static long IdOf(string address)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(address));
        return BinaryPrimitives.ReadInt64BigEndian(hash) & long.MaxValue;
    }
}

/// <summary>What can be found.</summary>
internal enum SearchKind
{
    Space = 1,
    Contribution = 2,
    Opinion = 3,
    Proposition = 4,
    Feedback = 5,
}

internal static class SearchKindWords
{
    public static string French(this SearchKind kind) =>
        kind switch
        {
            SearchKind.Space => "Dispositif",
            SearchKind.Contribution => "Contribution",
            SearchKind.Opinion => "Avis",
            SearchKind.Proposition => "Proposition",
            SearchKind.Feedback => "Retour d’usager",
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No such kind of result."),
        };
}

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> builder)
    {
        builder.ToTable("SearchEntries");
        builder.Property(entry => entry.Id).ValueGeneratedNever();
        builder.Property(entry => entry.Address).HasMaxLength(200);
        builder.Property(entry => entry.Title).HasMaxLength(300);
        builder.Property(entry => entry.Language).HasMaxLength(2);
        builder.HasIndex(entry => new { entry.Kind, entry.At });
    }
}
