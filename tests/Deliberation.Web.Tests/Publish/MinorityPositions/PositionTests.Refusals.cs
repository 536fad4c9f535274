using System.Net;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Testing;
using Deliberation.Web.Platform.Security;

namespace Deliberation.Web.Tests.Publish.MinorityPositions;

public sealed partial class PositionTests
{
    [Fact]
    public async Task Only_members_with_a_vote_in_this_space_come_to_the_pages()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        var id = await Given.PositionAsync(product, opinion);
        var other = await Given.AssembledOpinionAsync(product, members: 1);
        var space = opinion.Committee.Space.Id;
        Guid[] refused =
        [
            await Given.InSpaceAsync(product, space, SpaceRole.Observer, "Awa"),
            await Given.InSpaceAsync(product, space, SpaceRole.Expert, "Inès"),
            opinion.Committee.Facilitator,
            other.Committee.Members[0],
            await Given.InInstanceAsync(product, InstanceRole.Administrator),
            await Given.InInstanceAsync(product, InstanceRole.Agent, (await Given.BodyAsync(product)).Id),
        ];

        foreach (
            var address in new[]
            {
                opinion.Positions,
                $"{opinion.Positions}/{opinion.Proposal}",
                $"{opinion.Positions}/signature/{id}",
            }
        )
        {
            foreach (var person in refused)
            {
                var page = await product.Browse(person).GoAsync(address);
                Assert.Equal(HttpStatusCode.Forbidden, page.Status);
            }

            var anonymous = await product.Browse().Client.GetAsync(address);
            Assert.Equal(HttpStatusCode.Redirect, anonymous.StatusCode);
        }

        // What belongs to another space is not found under one's own.
        var swapped = product.Browse(other.Committee.Members[0]);
        foreach (
            var address in new[]
            {
                $"{other.Committee.Address}/avis/{opinion.Slug}/positions",
                $"{other.Positions}/{opinion.Proposal}",
                $"{other.Positions}/signature/{id}",
            }
        )
        {
            Assert.Equal(HttpStatusCode.NotFound, (await swapped.GoAsync(address)).Status);
        }

        await Assert.ThrowsAsync<Absent>(() => SignAsync(opinion, other, 0));
    }

    [Fact]
    public async Task The_rule_itself_refuses_those_without_a_vote()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        var observer = await Given.InSpaceAsync(
            product,
            opinion.Committee.Space.Id,
            SpaceRole.Observer,
            "Awa"
        );

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            Given.PositionAsync(
                product,
                opinion with
                {
                    Committee = opinion.Committee with { Members = [observer] },
                }
            )
        );

        Assert.Equal(MinorityPositionRules.OnlyMembersWithAVoteSign, refused.Rule);
    }

    [Fact]
    public async Task Words_out_of_bounds_are_refused_and_kept_in_the_form()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        var writer = product.Browse(opinion.Committee.Members[0]);
        var form = await writer.GoAsync($"{opinion.Positions}/{opinion.Proposal}");

        var empty = await writer.SubmitAsync(form, "#position", ("Data.Text", "  "));
        var brief = await writer.SubmitAsync(form, "#position", ("Data.Text", "Trop court."));
        var endless = await writer.SubmitAsync(
            form,
            "#position",
            ("Data.Text", new string('a', MinorityPosition.Longest + 1))
        );

        Assert.Contains("Dites pourquoi vous ne partagez pas", empty.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, brief.Status);
        Assert.Contains("de 20 à 3 000 caractères", brief.Words, StringComparison.Ordinal);
        Assert.Contains(
            "Trop court.",
            brief.Document.QuerySelector("textarea")?.TextContent,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.UnprocessableEntity, endless.Status);
    }

    [Fact]
    public async Task Markup_is_shown_as_text()
    {
        const string attack = "<script>alert(1)</script> [x](javascript:alert(1)) **gras**";
        var opinion = await Given.AssembledOpinionAsync(product);
        await Given.PositionAsync(product, opinion, words: attack);
        await Given.PublishAsync(product, opinion);

        var page = await product.Browse().GoAsync($"/avis/{opinion.Slug}/propositions/1");

        Assert.DoesNotContain("<script>alert", page.Text, StringComparison.Ordinal);
        Assert.Contains(attack, page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_publication_nothing_is_written_signed_or_taken_back()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        var id = await Given.PositionAsync(product, opinion);
        var (writer, late) = (
            product.Browse(opinion.Committee.Members[0]),
            product.Browse(opinion.Committee.Members[1])
        );
        var writing = await late.GoAsync($"{opinion.Positions}/{opinion.Proposal}");
        var signing = await late.GoAsync($"{opinion.Positions}/signature/{id}");
        var leaving = await writer.GoAsync($"{opinion.Positions}/signature/{id}");
        await Given.PublishAsync(product, opinion);

        Page[] refused =
        [
            await late.SubmitAsync(writing, "#position", ("Data.Text", "Une raison qui vient trop tard.")),
            await late.SubmitAsync(signing, "#signature"),
            await writer.SubmitAsync(leaving, "#retrait"),
        ];

        Assert.All(refused, page => Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status));
        Assert.Contains("avant la publication de sa proposition", refused[0].Words, StringComparison.Ordinal);
        Assert.Contains("avant la publication de sa proposition", refused[1].Words, StringComparison.Ordinal);
        Assert.Contains("garde ses mots et ses signatures", refused[2].Words, StringComparison.Ordinal);
        Assert.Single((await FindAsync(opinion)).Signatures);
        var list = await late.GoAsync(opinion.Positions);
        Assert.Contains("Lire l’avis publié", list.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_after_the_preview_has_it_read_again_before_publication()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        await Given.PositionAsync(product, opinion);
        var body = await Given.BodyAsync(product);
        var facilitator = product.Browse(opinion.Committee.Facilitator);
        var preview = await facilitator.GoAsync($"{opinion.Committee.Address}/avis/{opinion.Slug}/apercu");
        var publishing = await facilitator.GoAsync(
            preview.Document.QuerySelector("a[href*='/publication']")!.GetAttribute("href")!
        );
        await SignAsync(opinion, member: 1);

        var stale = await facilitator.SubmitAsync(publishing, "form#publish", ("Data.Body", body.Key));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, stale.Status);
        Assert.Contains("On publie ce qui a été relu", stale.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Assembling_anew_keeps_positions_and_a_correction_takes_no_new_one()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        await Given.PositionAsync(product, opinion);
        await Given.AssembleAsync(product, opinion);
        await Given.PublishAsync(product, opinion);
        await Given.AssembleAsync(product, opinion, "Le titre était mal écrit.");

        var refused = await Assert.ThrowsAsync<RuleBroken>(() =>
            Given.PositionAsync(product, opinion, member: 1, "Une raison qui vient trop tard.")
        );

        Assert.Equal(MinorityPositionRules.APositionIsWrittenBeforePublication, refused.Rule);
        var page = await product.Browse().GoAsync($"/avis/{opinion.Slug}");
        Assert.Contains(Given.Position, page.Words, StringComparison.Ordinal);
    }
}
