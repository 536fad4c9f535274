namespace Deliberation.Domain.Respond.Partners;

/// <summary>What lets a partner’s program bring feedback in: made and revoked by an administrator, never kept itself.</summary>
public sealed class PartnerKey : Aggregate
{
    /// <summary>The only right a key gives so far: to bring feedback in, and to take back what it brought.</summary>
    public const string GivesFeedback = "feedback:write";

    /// <summary>How many may be in use at once.</summary>
    public const int Most = 200;

    private PartnerKey() { }

    public Guid Id { get; private set; }

    /// <summary>Whose program uses it; 2 to 80 characters.</summary>
    public string Partner { get; private set; } = "";

    /// <summary>What it gives the right to: <see cref="GivesFeedback"/>.</summary>
    public string Scope { get; private set; } = "";

    /// <summary>SHA-256 of the key, in hexadecimal; the key itself is shown once and not kept.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>Its first signs, to tell two keys of one partner apart.</summary>
    public string Beginning { get; private set; } = "";

    public DateTimeOffset MadeAt { get; private set; }

    public Guid MadeBy { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid? RevokedBy { get; private set; }

    /// <summary>The last day it was used, of the reference time zone; null if it never was.</summary>
    public DateOnly? LastUsedOn { get; private set; }

    public bool IsInUse => RevokedAt is null;

    /// <param name="inUse">How many keys are in use already.</param>
    /// <exception cref="RuleBroken">No name, an unknown right, or too many keys.</exception>
    public static PartnerKey Make(NewPartnerKey asked, int inUse, Guid by, DateTimeOffset now)
    {
        var partner = string.Join(
            ' ',
            (asked.Partner ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
        Require(partner.Length is >= 2 and <= 80, PartnerRules.AKeyNamesItsPartner);
        Require(asked.Scope == GivesFeedback, PartnerRules.AKeyGivesAKnownRight);
        Require(inUse < Most, PartnerRules.SomeKeysAtOnce);

        var key = new PartnerKey
        {
            Id = asked.Id,
            Partner = partner,
            Scope = asked.Scope,
            Hash = asked.Hash,
            Beginning = asked.Beginning,
            MadeAt = now,
            MadeBy = by,
        };
        key.Record(new PartnerKeyMade(asked.Id, asked.Scope, now));
        return key;
    }

    /// <summary>From now on it opens nothing. Twice changes nothing.</summary>
    public void Revoke(Guid by, DateTimeOffset now)
    {
        if (IsInUse)
        {
            (RevokedAt, RevokedBy) = (now, by);
            Record(new PartnerKeyRevoked(Id, now));
        }
    }
}

/// <summary>A key that an administrator asks for.</summary>
/// <param name="Id">Its identity; the same one twice is one key.</param>
/// <param name="Partner">Whose program will use it.</param>
/// <param name="Scope">What it gives the right to.</param>
/// <param name="Hash">SHA-256 of the key, in hexadecimal.</param>
/// <param name="Beginning">Its first signs.</param>
public sealed record NewPartnerKey(Guid Id, string? Partner, string Scope, string Hash, string Beginning);
