using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Assembling = Deliberation.Web.Features.Publish.Opinions.Assemble;
using Publishing = Deliberation.Web.Features.Publish.Opinions.Publish;

namespace Deliberation.Web.Tests.Publish.Opinions;

/// <summary>What an opinion refuses, and what is shown as text.</summary>
public sealed partial class PublishTests
{
    [Fact]
    public async Task What_was_assembled_anew_since_the_preview_is_not_published()
    {
        var committee = await Given.CommitteeAsync(product);
        var body = await Given.BodyAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee);
        var slug = NewSlug();
        await AssembleAsync(committee, slug, "Avis d’essai", "", proposal);
        var browser = product.Browse(committee.Facilitator);
        var publishing = await browser.GoAsync($"{committee.Address}/avis/{slug}/publication?lu=1");
        await AssembleAsync(committee, slug, "Un autre titre", "", proposal);

        var stale = await browser.SubmitAsync(publishing, "form#publish", ("Data.Body", body.Key));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("On publie ce qui a été relu", stale.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse().GoAsync($"/avis/{slug}")).Status);
    }

    [Fact]
    public async Task A_second_click_publishes_once()
    {
        var committee = await Given.CommitteeAsync(product);
        var body = await Given.BodyAsync(product);
        var slug = NewSlug();
        await AssembleAsync(
            committee,
            slug,
            "Avis d’essai",
            "",
            await Given.AdoptedProposalAsync(product, committee)
        );
        var browser = product.Browse(committee.Facilitator);
        var publishing = await browser.GoAsync($"{committee.Address}/avis/{slug}/publication?lu=1");
        await browser.SubmitAsync(publishing, "form#publish", ("Data.Body", body.Key));

        var again = await browser.SubmitAsync(publishing, "form#publish", ("Data.Body", body.Key));

        Assert.Equal(HttpStatusCode.NotFound, again.Status);
        var opinion = await product.ReadAsync(db => db.Set<Opinion>().SingleAsync(o => o.Slug == slug));
        Assert.Equal(1, opinion.CurrentEdition);
    }

    [Fact]
    public async Task A_rejected_proposal_cannot_be_smuggled_in()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee);
        var ballot = await Given.OpenBallotAsync(product, committee, proposal);
        await Given.CloseAsync(product, committee, ballot);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            AssembleAsync(committee, NewSlug(), "Avis d’essai", "", proposal)
        );

        Assert.Equal(OpinionRules.OnlyAdoptedProposalsArePublished, refused.Rule);
    }

    [Fact]
    public async Task An_address_of_another_opinion_is_refused()
    {
        var committee = await Given.CommitteeAsync(product);
        var other = await Given.CommitteeAsync(product);
        var slug = await PublishedAsync(committee, await Given.AdoptedProposalAsync(product, committee));
        var proposal = await Given.AdoptedProposalAsync(product, other);

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            AssembleAsync(other, slug, "Avis pirate", "", proposal)
        );

        Assert.Equal(OpinionRules.AnAddressIsForOneOpinion, refused.Rule);
    }

    [Fact]
    public async Task Markup_in_every_field_is_shown_as_text()
    {
        const string attack = "<script>alert(1)</script>[x](javascript:alert(1))";
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee, $"T {attack}", attack, attack);
        var slug = NewSlug();
        var command = Command(committee, slug, $"Avis {attack}", attack, proposal) with
        {
            Preamble = attack,
            Introduction = attack,
            Conclusion = attack,
            AdoptionNote = attack,
            SourceNote = attack,
        };
        await product.SendAsync(command);
        await PublishAsync(committee, slug);

        foreach (var address in new[] { $"/avis/{slug}", $"/avis/{slug}/propositions/1", "/avis" })
        {
            var page = await product.Browse().GoAsync(address);
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
            Assert.Empty(page.Document.QuerySelectorAll("a[href^='javascript']"));
        }
    }

    [Fact]
    public async Task Broken_characters_and_endless_texts_are_refused_whole()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee);

        foreach (var preamble in new[] { "demi \ud83d", "zéro \0", new string('a', 100_001) })
        {
            var slug = NewSlug();
            var command = Command(committee, slug, "Avis d’essai", "", proposal) with { Preamble = preamble };
            await Assert.ThrowsAsync<RuleBroken>(() => product.SendAsync(command));
            Assert.False(await product.ReadAsync(db => db.Set<Opinion>().AnyAsync(o => o.Slug == slug)));
        }
    }

    [Fact]
    public async Task A_text_too_tangled_to_be_shown_is_refused()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee);
        var tangled = string.Concat(Enumerable.Repeat("> ", 2_000));
        var command = Command(committee, NewSlug(), "Avis d’essai", "", proposal) with { Preamble = tangled };

        var refused = await Assert.ThrowsAsync<RuleBroken>(() => product.SendAsync(command));

        Assert.Equal(OpinionRules.APublishedTextCanBeShown, refused.Rule);
    }

    [Theory]
    [InlineData(SpaceRole.Member)]
    [InlineData(SpaceRole.Rapporteur)]
    [InlineData(SpaceRole.Observer)]
    public async Task Only_a_facilitator_assembles(SpaceRole role)
    {
        var committee = await Given.CommitteeAsync(product);
        var person = await Given.InSpaceAsync(product, committee.Space.Id, role);

        var page = await product.Browse(person).GoAsync($"{committee.Address}/avis/assembler");

        Assert.Equal(HttpStatusCode.Forbidden, page.Status);
    }
}
