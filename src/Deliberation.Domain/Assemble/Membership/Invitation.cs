namespace Deliberation.Domain.Assemble.Membership;

/// <summary>The way into a space, for one person, once, until a date; how it is delivered is not its business.</summary>
public sealed class Invitation : Aggregate
{
    /// <summary>An invitation lasts at most ninety days.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    private Invitation() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public SpaceRole Role { get; private set; }

    public Guid InvitedBy { get; private set; }

    /// <summary>Whom it was written to; null for a card.</summary>
    public string? Recipient { get; private set; }

    /// <summary>The member this card lets back in, when it is a card of return.</summary>
    public Guid? ReturningPersonId { get; private set; }

    public DateTimeOffset InvitedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    /// <exception cref="RuleBroken">Longer than <see cref="Longest"/>, or to a role the inviter may not give.</exception>
    public static Invitation Make(
        Guid id,
        Guid spaceId,
        SpaceRole role,
        Inviter by,
        Delivery delivery,
        DateTimeOffset now
    )
    {
        Require(
            delivery.ExpiresAt > now && delivery.ExpiresAt <= now + Longest,
            InvitationRules.AnInvitationLastsAtMostNinetyDays
        );
        Require(
            by.IsAdministrator || !role.Facilitates(),
            InvitationRules.OnlyAnAdministratorInvitesFacilitators
        );

        var invitation = new Invitation
        {
            Id = id,
            SpaceId = spaceId,
            Role = role,
            InvitedBy = by.PersonId,
            Recipient = delivery.Recipient,
            ReturningPersonId = delivery.ReturningPersonId,
            InvitedAt = now,
            ExpiresAt = delivery.ExpiresAt,
        };
        invitation.Record(new PersonInvited(id, spaceId, role, now));
        return invitation;
    }

    public bool IsOpenAt(DateTimeOffset now) => AcceptedAt is null && RevokedAt is null && now < ExpiresAt;

    /// <exception cref="RuleBroken">Revoked, expired, accepted before, or the person has a place already.</exception>
    public void Accept(DateTimeOffset now, bool isThereAlready = false)
    {
        Require(AcceptedAt is null, InvitationRules.AnInvitationServesOnce);
        Require(RevokedAt is null, InvitationRules.ARevokedInvitationGivesNothing);
        Require(now < ExpiresAt, InvitationRules.AnExpiredInvitationGivesNothing);
        Require(!isThereAlready, InvitationRules.APersonHasOnePlace);

        AcceptedAt = now;
        Recipient = null;
        Record(new InvitationAccepted(Id, SpaceId, Role, now));
    }

    /// <summary>Revoking twice changes nothing more.</summary>
    /// <exception cref="RuleBroken">Somebody already came in with it.</exception>
    public void Revoke(DateTimeOffset now)
    {
        Require(AcceptedAt is null, InvitationRules.AnInvitationServesOnce);

        if (RevokedAt is null)
        {
            RevokedAt = now;
            Record(new InvitationRevoked(Id, SpaceId, now));
        }
    }
}

/// <summary>Who invites: an administrator may invite to any role.</summary>
public readonly record struct Inviter(Guid PersonId, bool IsAdministrator);

/// <summary>To whom an invitation goes and until when; without a recipient it is a card given by hand.</summary>
public sealed record Delivery(
    DateTimeOffset ExpiresAt,
    string? Recipient = null,
    Guid? ReturningPersonId = null
);
