namespace Deliberation.Domain.Assemble.Membership;

/// <summary>A person's place in one space, under the name they chose, for a term.</summary>
public sealed class Membership : Aggregate
{
    private Membership() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public Guid PersonId { get; private set; }

    public SpaceRole Role { get; private set; }

    /// <summary>The name shown to others: a first name by default.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether the name may be shown to the public; when not, the person is counted, not named.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>The break-out group the person works in, from 1 to 99; null for none.</summary>
    public int? Table { get; private set; }

    public DateTimeOffset JoinedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public bool IsActive => EndedAt is null;

    /// <exception cref="RuleBroken">The name is empty or longer than 60 characters.</exception>
    public static Membership Join(
        Guid id,
        Guid spaceId,
        Guid personId,
        SpaceRole role,
        string name,
        DateTimeOffset now
    )
    {
        Require(name.Trim().Length is >= 1 and <= 60, MembershipRules.AMemberHasAName);

        var membership = new Membership
        {
            Id = id,
            SpaceId = spaceId,
            PersonId = personId,
            Role = role,
            Name = name.Trim(),
            JoinedAt = now,
        };
        membership.Record(new MemberJoined(spaceId, personId, role, now));
        return membership;
    }

    public void AppearAs(string name, bool isPublic)
    {
        Require(name.Trim().Length is >= 1 and <= 60, MembershipRules.AMemberHasAName);

        Name = name.Trim();
        IsPublic = isPublic;
    }

    /// <param name="table">From 1 to 99; null to leave the table.</param>
    /// <exception cref="RuleBroken">There is no such table, or the term has ended.</exception>
    public void SitAt(int? table, DateTimeOffset now)
    {
        Require(IsActive, MembershipRules.AnEndedTermStaysEnded);
        Require(table is null or (>= 1 and <= 99), MembershipRules.ATableHasANumber);

        Table = table;
        Record(new MemberSeated(SpaceId, PersonId, table, now));
    }

    public void End(DateTimeOffset now)
    {
        Require(IsActive, MembershipRules.AnEndedTermStaysEnded);

        EndedAt = now;
        Record(new MembershipEnded(SpaceId, PersonId, now));
    }
}
