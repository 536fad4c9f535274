using System.Security.Cryptography;
using System.Text;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Tests.Publish.Opinions;
using static Deliberation.Domain.Publish.MinorityPositions.MinorityPositionRules;

namespace Deliberation.Domain.Tests.Publish.MinorityPositions;

public sealed class DissentTests
{
    private const string Words = "Le papier doit rester possible pour tout le monde.";
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    public void A_member_writes_a_position_and_signs_it()
    {
        var (opinion, proposal) = Assembled();
        var samira = Member();

        var position = opinion.Dissent(Guid.NewGuid(), proposal, samira, $"  {Words}\r\nPour moi. ", Now);

        Assert.Equal($"{Words}\nPour moi.", position.Text);
        Assert.True(position.IsSignedBy(samira.PersonId));
        Assert.False(position.IsPublished);
        Assert.Contains(opinion.TakeEvents(), happened => happened is MinorityPositionWritten);
    }

    [Fact]
    public void Only_members_with_a_vote_in_this_space_write_or_sign()
    {
        var (opinion, proposal) = Assembled();
        var position = Written(opinion, proposal);
        var ended = Member();
        ended.End(Now);
        Membership?[] strangers =
        [
            null,
            ended,
            Member(SpaceRole.Facilitator),
            Member(SpaceRole.Observer),
            Member(SpaceRole.Expert),
            Member(space: Guid.NewGuid()),
        ];

        foreach (var stranger in strangers)
        {
            RuleAssert.Breaks(OnlyMembersWithAVoteSign, () => Written(opinion, proposal, stranger));
            RuleAssert.Breaks(OnlyMembersWithAVoteSign, () => opinion.Sign(position, stranger, Now));
        }

        opinion.Sign(position, Member(SpaceRole.Rapporteur), Now);
        Assert.Equal(2, position.Signatures.Count);
    }

    [Fact]
    public void A_position_has_a_text()
    {
        var (opinion, proposal) = Assembled();

        foreach (var words in new[] { "", " trop court ", new string('a', 3_001), $"{Words} \ud83d" })
        {
            RuleAssert.Breaks(APositionHasAText, () => Written(opinion, proposal, Member(), words));
        }

        Assert.Equal(20, Written(opinion, proposal, Member(), new string('a', 20)).Text.Length);
        Assert.Equal(3_000, Written(opinion, proposal, Member(), new string('a', 3_000)).Text.Length);
    }

    [Fact]
    public void A_position_is_written_and_signed_before_its_proposition_is_published()
    {
        var (opinion, proposal) = Assembled();
        var position = Written(opinion, proposal);
        opinion.Publish(opinion.Assemblies, Now);

        RuleAssert.Breaks(APositionIsWrittenBeforePublication, () => Written(opinion, proposal, Member()));
        RuleAssert.Breaks(APositionIsWrittenBeforePublication, () => opinion.Sign(position, Member(), Now));
        RuleAssert.Breaks(
            APositionIsWrittenBeforePublication,
            () => Written(opinion, Guid.NewGuid(), Member())
        );
    }

    [Fact]
    public void A_correction_opens_only_what_it_adds_to_dissent()
    {
        var (kept, added) = (Given.Decided("Gardée"), Given.Decided("Ajoutée"));
        var opinion = Given.Opinion();
        opinion.Assemble("Avis sur le carnet", Given.Contents(kept), Now);
        var first = Written(opinion, kept.ProposalId);
        opinion.Publish(opinion.Assemblies, Now);
        var correction = Given.Contents(kept, added) with { CorrectionNote = "Il manquait une demande." };
        opinion.Assemble("Avis sur le carnet", correction, Now);

        RuleAssert.Breaks(
            APositionIsWrittenBeforePublication,
            () => Written(opinion, kept.ProposalId, Member())
        );
        var second = Written(opinion, added.ProposalId);
        var edition = opinion.Publish(opinion.Assemblies, Now);

        Assert.Equal((1, 1), (first.Number, first.Edition));
        Assert.Equal((1, 2), (second.Number, second.Edition));
        Assert.Same(first, Assert.Single(opinion.PositionsBeside(edition, kept.ProposalId)));
        Assert.Empty(opinion.PositionsBeside(opinion.Editions[0], added.ProposalId));
    }

    [Fact]
    public void A_member_signs_one_position_for_each_proposition_and_once()
    {
        var (opinion, proposal) = Assembled();
        var (samira, position) = (Member(), Written(opinion, proposal));
        opinion.Sign(position, samira, Now);

        opinion.Sign(position, samira, Now);

        Assert.Equal(2, position.Signatures.Count);
        RuleAssert.Breaks(
            AMemberSignsOnePosition,
            () => Written(opinion, proposal, samira, "Une autre raison, que je dis aussi.")
        );
        var other = Written(opinion, proposal, Member(), "Une autre raison, dite par quelqu’un d’autre.");
        RuleAssert.Breaks(AMemberSignsOnePosition, () => opinion.Sign(other, samira, Now));
    }

    [Fact]
    public void The_same_words_sent_twice_are_written_once()
    {
        var (opinion, proposal) = Assembled();
        var samira = Member();

        var first = Written(opinion, proposal, samira);

        Assert.Same(first, Written(opinion, proposal, samira));
        Assert.Single(opinion.Positions);
    }

    [Fact]
    public void A_position_that_nobody_signs_any_more_is_gone()
    {
        var (opinion, proposal) = Assembled();
        var (samira, odette) = (Member(), Member());
        var position = Written(opinion, proposal, samira);
        opinion.Sign(position, odette, Now);

        opinion.Withdraw(position, samira.PersonId, Now);
        opinion.Withdraw(position, samira.PersonId, Now);
        Assert.Same(position, Assert.Single(opinion.Positions));
        opinion.Withdraw(position, odette.PersonId, Now);

        Assert.Empty(opinion.Positions);
        opinion.Sign(Written(opinion, proposal, samira), odette, Now);
    }

    [Fact]
    public void A_published_position_keeps_its_signatures()
    {
        var (opinion, proposal) = Assembled();
        var samira = Member();
        var position = Written(opinion, proposal, samira);
        opinion.Publish(opinion.Assemblies, Now);

        RuleAssert.Breaks(APublishedPositionStays, () => opinion.Withdraw(position, samira.PersonId, Now));
    }

    [Fact]
    public void What_was_previewed_before_a_signature_is_not_published()
    {
        var (opinion, proposal) = Assembled();
        var position = Written(opinion, proposal);
        var previewed = opinion.Pending!.Assembly;
        opinion.Sign(position, Member(), Now);

        RuleAssert.Breaks(OpinionRules.WhatWasPreviewedIsPublished, () => opinion.Publish(previewed, Now));

        Assert.True(opinion.Publish(opinion.Pending!.Assembly, Now).IsPublished);
    }

    [Fact]
    public void Assembling_anew_keeps_what_members_wrote()
    {
        var decided = Given.Decided();
        var opinion = Given.Opinion();
        opinion.Assemble("Avis sur le carnet", Given.Contents(decided), Now);
        var position = Written(opinion, decided.ProposalId);

        opinion.Assemble("Un autre titre", Given.Contents(decided), Now);

        Assert.Same(position, Assert.Single(opinion.PositionsBeside(opinion.Pending!, decided.ProposalId)));
    }

    [Fact]
    public void The_sealed_file_says_the_position_and_counts_its_signatures()
    {
        var (opinion, proposal) = Assembled();
        var position = Written(
            opinion,
            proposal,
            Member(),
            "# Pas un titre, mais ma raison.\n\nEt une autre."
        );
        opinion.Sign(position, Member(), Now);

        var edition = opinion.Publish(opinion.Assemblies, Now);

        Assert.Contains(
            "#### Position minoritaire 1\n\n> # Pas un titre, mais ma raison.\n>\n> Et une autre.\n\n*Signée par 2 membres.*",
            edition.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(edition.Text))),
            edition.Sha256
        );
    }

    private static (Opinion Opinion, Guid Proposal) Assembled()
    {
        var decided = Given.Decided();
        var opinion = Given.Opinion();
        opinion.Assemble("Avis sur le carnet", Given.Contents(decided), Now);
        return (opinion, decided.ProposalId);
    }

    private static MinorityPosition Written(Opinion opinion, Guid proposal) =>
        Written(opinion, proposal, Member());

    private static MinorityPosition Written(
        Opinion opinion,
        Guid proposal,
        Membership? member,
        string words = Words
    ) => opinion.Dissent(Guid.NewGuid(), proposal, member, words, Now);

    private static Membership Member(SpaceRole role = SpaceRole.Member, Guid? space = null) =>
        Membership.Join(Guid.NewGuid(), space ?? Given.Space.Id, Guid.NewGuid(), role, "Samira", Now);
}
