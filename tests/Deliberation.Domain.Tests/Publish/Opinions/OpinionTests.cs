using System.Security.Cryptography;
using System.Text;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Publish.Opinions;

namespace Deliberation.Domain.Tests.Publish.Opinions;

public sealed class OpinionTests
{
    private const string Title = "Avis sur le carnet";
    private static readonly DateTimeOffset Now = Given.Now;

    [Theory]
    [InlineData("ac")]
    [InlineData("Avis du comité")]
    [InlineData("../secret")]
    public void An_opinion_has_an_address(string slug) =>
        RuleAssert.Breaks(OpinionRules.AnOpinionHasAnAddress, () => Begin(slug, "AC-2026-01"));

    [Theory]
    [InlineData("")]
    [InlineData("AC-26-01")]
    [InlineData("AC-2026_01")]
    [InlineData("XX-2026-01")]
    [InlineData("AC-2026-0a")]
    public void An_opinion_has_a_reference(string reference) =>
        RuleAssert.Breaks(OpinionRules.AnOpinionHasAReference, () => Begin("avis-un", reference));

    [Fact]
    public void An_opinion_has_a_title() =>
        RuleAssert.Breaks(
            OpinionRules.AnOpinionHasATitle,
            () => Given.Opinion().Assemble("  x ", Given.Contents(), Now)
        );

    [Fact]
    public void A_section_has_a_title() =>
        RuleAssert.Breaks(
            OpinionRules.ASectionHasATitle,
            () =>
                Given
                    .Opinion()
                    .Assemble(
                        Title,
                        Given.Contents() with
                        {
                            Sections = [new SectionContents("", "", [])],
                        },
                        Now
                    )
        );

    [Fact]
    public void Texts_are_whole_characters_and_have_a_limit()
    {
        // Not inline data: the runner would repair the half character on its way here.
        foreach (var preamble in new[] { "demi \ud83d", "zéro \0 caché", new string('a', 100_001) })
        {
            RuleAssert.Breaks(
                OpinionRules.TextsHaveALimit,
                () => Given.Opinion().Assemble(Title, Given.Contents() with { Preamble = preamble }, Now)
            );
        }
    }

    [Fact]
    public void Only_adopted_proposals_are_published()
    {
        var (rejected, itsBallot) = Given.Voted(choice: Choice.Against);
        var (adopted, _) = Given.Voted();

        RuleAssert.Breaks(
            OpinionRules.OnlyAdoptedProposalsArePublished,
            () => DecidedProposal.By(rejected, itsBallot)
        );
        RuleAssert.Breaks(
            OpinionRules.OnlyAdoptedProposalsArePublished,
            () => DecidedProposal.By(adopted, itsBallot)
        );
        RuleAssert.Breaks(
            OpinionRules.OnlyAdoptedProposalsArePublished,
            () => DecidedProposal.Elsewhere(adopted, "Corps", 1)
        );
    }

    [Fact]
    public void A_decision_taken_elsewhere_cites_its_minutes()
    {
        var proposal = Given.Debated();
        proposal.AdoptElsewhere("Compte rendu du 28 novembre 2021, page 12", Now);
        var opinion = Given.Opinion();

        opinion.Assemble(Title, Given.Contents(DecidedProposal.Elsewhere(proposal, "Corps", 2)), Now);

        var request = Assert.Single(opinion.Pending!.Propositions);
        Assert.Equal("Compte rendu du 28 novembre 2021, page 12", request.Decision.Minutes);
        Assert.Equal(("Corps", 2), (request.Body, request.Version));
    }

    [Fact]
    public void A_proposal_stands_once()
    {
        var proposal = Given.Decided();

        RuleAssert.Breaks(
            OpinionRules.AProposalStandsOnce,
            () => Given.Opinion().Assemble(Title, Given.Contents(proposal, proposal), Now)
        );
    }

    [Fact]
    public void The_text_published_is_the_text_voted()
    {
        var (proposal, ballot) = Given.Voted("Écrire gros");
        var opinion = Given.Opinion();

        opinion.Assemble(Title, Given.Contents(DecidedProposal.By(proposal, ballot)), Now);
        var edition = opinion.Publish(1, Now);

        var request = Assert.Single(edition.Propositions);
        Assert.Equal(ballot.Wording!.Body, request.Body);
        Assert.Contains(ballot.Wording.Body, edition.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Publishing_tells_the_hash_of_the_file_anyone_can_download()
    {
        var opinion = Given.Opinion();
        opinion.Assemble(Title, Given.Contents(Given.Decided()), Now);
        opinion.TakeEvents();

        var edition = opinion.Publish(1, Now);

        var act = Assert.IsType<OpinionPublished>(Assert.Single(opinion.TakeEvents()));
        Assert.Equal("AC-2026-01", act.Subject);
        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(edition.Text))),
            act.Sha256
        );
    }

    [Fact]
    public void What_was_previewed_is_published()
    {
        var opinion = Given.Opinion();
        opinion.Assemble(Title, Given.Contents(Given.Decided()), Now);
        opinion.Assemble(Title, Given.Contents(Given.Decided("Une autre")), Now);

        RuleAssert.Breaks(OpinionRules.WhatWasPreviewedIsPublished, () => opinion.Publish(1, Now));

        Assert.Equal("Une autre", Assert.Single(opinion.Publish(2, Now).Propositions).Title);
    }

    [Fact]
    public void An_opinion_has_propositions()
    {
        var opinion = Given.Opinion();
        opinion.Assemble(Title, Given.Contents(), Now);

        RuleAssert.Breaks(OpinionRules.AnOpinionHasPropositions, () => opinion.Publish(1, Now));
    }

    [Fact]
    public void A_published_edition_stays()
    {
        var opinion = Published(Given.Decided());
        var first = opinion.Editions[0];
        var text = first.Text;

        RuleAssert.Breaks(OpinionRules.APublishedEditionStays, () => opinion.Publish(1, Now));

        opinion.Assemble("Un titre corrigé", Correction(Given.Decided("Une nouvelle")), Now);

        Assert.Equal(text, first.Text);
        Assert.Equal(Title, opinion.Title);
        Assert.Equal(2, opinion.Pending!.Number);
    }

    [Fact]
    public void A_correction_says_why() =>
        RuleAssert.Breaks(
            OpinionRules.ACorrectionSaysWhy,
            () => Published(Given.Decided()).Assemble(Title, Given.Contents(Given.Decided()), Now)
        );

    [Fact]
    public void A_proposition_keeps_its_number_in_a_new_edition()
    {
        var (kept, dropped, added) = (
            Given.Decided("Gardée"),
            Given.Decided("Retirée"),
            Given.Decided("Ajoutée")
        );
        var opinion = Published(dropped, kept);

        opinion.Assemble(Title, Correction(added, kept), Now);

        Assert.Equal(
            [("Ajoutée", 3), ("Gardée", 2)],
            opinion.Pending!.Propositions.Select(request => (request.Title, request.Number))
        );
    }

    [Fact]
    public void A_correction_does_not_touch_a_voted_wording()
    {
        var proposal = Given.Debated();
        proposal.AdoptElsewhere("Compte rendu du 28 novembre 2021", Now);
        var opinion = Published(DecidedProposal.Elsewhere(proposal, "Le texte adopté.", 2));

        RuleAssert.Breaks(
            OpinionRules.TheTextVotedIsTheTextPublished,
            () =>
                opinion.Assemble(
                    Title,
                    Correction(DecidedProposal.Elsewhere(proposal, "Un autre texte.", 3)),
                    Now
                )
        );
    }

    private static EditionContents Correction(params DecidedProposal[] proposals) =>
        Given.Contents(proposals) with
        {
            CorrectionNote = "Le préambule oubliait deux membres.",
        };

    private static Opinion Published(params DecidedProposal[] proposals)
    {
        var opinion = Given.Opinion();
        opinion.Assemble(Title, Given.Contents(proposals), Now);
        opinion.Publish(1, Now);
        return opinion;
    }

    private static Opinion Begin(string slug, string reference) =>
        Opinion.Begin(Guid.NewGuid(), Given.Space, Given.Draft, (slug, reference), Now);
}
