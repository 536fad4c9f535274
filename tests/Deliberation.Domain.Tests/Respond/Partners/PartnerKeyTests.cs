using Deliberation.Domain.Respond.Partners;

namespace Deliberation.Domain.Tests.Respond.Partners;

public sealed class PartnerKeyTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero);
    private static readonly Guid Administrator = Guid.NewGuid();

    [Fact]
    public void A_key_names_its_partner_and_is_told_of()
    {
        var key = Make(" CHU   de Rennes ");

        Assert.Equal("CHU de Rennes", key.Partner);
        Assert.True(key.IsInUse);
        Assert.Equal([new PartnerKeyMade(key.Id, "feedback:write", Now)], key.TakeEvents());
    }

    [Theory]
    [InlineData(null)]
    [InlineData(" x ")]
    public void A_key_without_a_name_is_refused(string? partner) =>
        RuleAssert.Breaks(PartnerRules.AKeyNamesItsPartner, () => Make(partner));

    [Fact]
    public void A_name_has_a_limit() =>
        RuleAssert.Breaks(PartnerRules.AKeyNamesItsPartner, () => Make(new string('a', 81)));

    [Fact]
    public void A_key_gives_a_known_right() =>
        RuleAssert.Breaks(PartnerRules.AKeyGivesAKnownRight, () => Make("CHU", "everything"));

    [Fact]
    public void There_are_some_keys_at_once() =>
        RuleAssert.Breaks(PartnerRules.SomeKeysAtOnce, () => Make("CHU", inUse: PartnerKey.Most));

    [Fact]
    public void A_key_is_revoked_once()
    {
        var key = Make("CHU");
        key.TakeEvents();

        key.Revoke(Administrator, Now.AddDays(1));
        key.Revoke(Guid.NewGuid(), Now.AddDays(2));

        Assert.False(key.IsInUse);
        Assert.Equal((Now.AddDays(1), Administrator), (key.RevokedAt, key.RevokedBy));
        Assert.Equal([new PartnerKeyRevoked(key.Id, Now.AddDays(1))], key.TakeEvents());
    }

    private static PartnerKey Make(string? partner, string scope = PartnerKey.GivesFeedback, int inUse = 0) =>
        PartnerKey.Make(
            new NewPartnerKey(Guid.NewGuid(), partner, scope, "hash", "hsp_abcd"),
            inUse,
            Administrator,
            Now
        );
}
