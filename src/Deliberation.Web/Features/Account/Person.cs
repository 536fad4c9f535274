using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Deliberation.Web.Features.Account;

/// <summary>Someone who can sign in. Only an address to write to, when they have one, and the name they chose.</summary>
internal sealed class Person : IdentityUser<Guid>
{
    /// <summary>The name shown to others: a first name by default.</summary>
    public string Name { get; set; } = "";

    /// <summary>The language the person reads: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; set; } = "fr";

    public DateTimeOffset CreatedAt { get; set; }

    /// <summary>True for the personas of the worked example, whom only Development lets one step into.</summary>
    public bool IsFictional { get; set; }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(60);
        builder.Property(person => person.Language).HasMaxLength(2);
    }
}
