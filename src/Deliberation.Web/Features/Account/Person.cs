using System.Net.Mail;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
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

    /// <exception cref="RuleBroken">The name is empty or longer than 60 characters.</exception>
    public static Person Enrolled(Guid id, string name, string? email, DateTimeOffset now)
    {
        var person = new Person
        {
            Id = id,
            SecurityStamp = id.ToString("N"),
            CreatedAt = now,
        };
        person.AppearAs(name);
        person.ReachAt(email);
        return person;
    }

    /// <summary>One address and nothing else: a name beside it, or a second one, is refused.</summary>
    public static bool IsAddress(string? email) =>
        email is { Length: <= 254 }
        && MailAddress.TryCreate(email.Trim(), out var read)
        && read.Address == email.Trim();

    public static string? Normalize(string? email) =>
        string.IsNullOrWhiteSpace(email) ? null : email.Trim().ToUpperInvariant();

    public void AppearAs(string name)
    {
        if (name.Trim().Length is < 1 or > 60)
        {
            throw new RuleBroken(MembershipRules.AMemberHasAName);
        }

        Name = name.Trim();
    }

    /// <summary>The address also serves as user name: the database then refuses it to a second person.</summary>
    public void ReachAt(string? email)
    {
        Email = string.IsNullOrWhiteSpace(email) ? null : email.Trim();
        NormalizedEmail = Normalize(email);
        EmailConfirmed = Email is not null;
        UserName = Email ?? Id.ToString("N");
        NormalizedUserName = UserName.ToUpperInvariant();
    }
}

internal sealed class PersonMapping : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.Name).HasMaxLength(60);
        builder.Property(person => person.Language).HasMaxLength(2);
    }
}
