using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Publish.MinorityPositions;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Deliberation.Web.Platform.Messaging;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Publish.MinorityPositions;

public sealed partial class PositionTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Members_get_one_letter_in_time_to_dissent_however_often_the_opinion_is_assembled()
    {
        var committee = await Given.CommitteeAsync(product, members: 1);
        var reader = await Given.InSpaceAsync(product, committee.Space.Id, SpaceRole.Member, "Lou");
        var observer = await Given.InSpaceAsync(product, committee.Space.Id, SpaceRole.Observer, "Max");
        var first = await Given.AdoptedProposalAsync(product, committee, "Écrire gros");
        var opinion = new AssembledOpinion(committee, $"avis-lettre-{committee.Space.Slug}", first.Id);

        await Given.AssembleAsync(product, opinion);
        await Given.AssembleAsync(product, opinion);
        await ToldAsync();

        var letter = Assert.Single(await Mailbox.ToAsync(product, reader));
        Assert.Contains(opinion.Positions, letter, StringComparison.Ordinal);
        Assert.Contains("Avis d’essai", letter, StringComparison.Ordinal);
        Assert.Empty(await Mailbox.ToAsync(product, observer));
        Assert.Empty(await Mailbox.ToAsync(product, committee.Facilitator));
        Assert.Equal(
            HttpStatusCode.OK,
            (await product.Browse(reader).GoAsync(Mailbox.LinkIn(letter))).Status
        );

        await Given.PublishAsync(product, opinion);
        await Given.AssembleAsync(product, opinion, "Une faute de frappe est corrigée.");
        await ToldAsync();

        Assert.Single(await Mailbox.ToAsync(product, reader));
    }

    [Fact]
    public async Task A_member_is_told_writes_signs_and_another_joins_then_leaves()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        var writer = product.Browse(opinion.Committee.Members[0]);
        var joiner = product.Browse(opinion.Committee.Members[1]);

        var workroom = await writer.GoAsync($"{opinion.Committee.Address}/atelier");
        Assert.NotNull(workroom.Document.QuerySelector($"a[href='{opinion.Positions}']"));
        var form = await writer.GoAsync($"{opinion.Positions}/{opinion.Proposal}");
        Assert.Contains("Écrire gros, et en mots simples.", form.Words, StringComparison.Ordinal);
        Assert.Contains("Tout le monde lira votre nom", form.Words, StringComparison.Ordinal);
        var written = await writer.SubmitAsync(form, "#position", ("Data.Text", Given.Position));
        Assert.Contains("Signée par : Membre 1.", written.Words, StringComparison.Ordinal);
        Assert.Contains("Vous l’avez signée", written.Words, StringComparison.Ordinal);

        var position = await FindAsync(opinion);
        var signing = await joiner.GoAsync($"{opinion.Positions}/signature/{position.Id}");
        Assert.Contains("Le public comptera votre signature", signing.Words, StringComparison.Ordinal);
        var signed = await joiner.SubmitAsync(signing, "#signature");
        Assert.Contains("Signée par : Membre 1, Membre 2.", signed.Words, StringComparison.Ordinal);

        var leaving = await joiner.GoAsync($"{opinion.Positions}/signature/{position.Id}");
        var left = await joiner.SubmitAsync(leaving, "#retrait");
        Assert.Contains("Signée par : Membre 1.", left.Words, StringComparison.Ordinal);
        Assert.Contains("Signer cette position", left.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_position_without_signatures_is_gone_and_a_second_click_is_no_mistake()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        var writer = product.Browse(opinion.Committee.Members[0]);
        var id = await Given.PositionAsync(product, opinion);
        var leaving = await writer.GoAsync($"{opinion.Positions}/signature/{id}");
        Assert.Contains("Vous êtes seul à la signer", leaving.Words, StringComparison.Ordinal);

        await writer.SubmitAsync(leaving, "#retrait");
        var again = await writer.SubmitAsync(leaving, "#retrait");

        Assert.Equal(HttpStatusCode.OK, again.Status);
        Assert.Contains("Aucune position minoritaire", again.Words, StringComparison.Ordinal);
        var gone = await writer.GoAsync($"{opinion.Positions}/signature/{id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.Status);
    }

    [Fact]
    public async Task It_is_previewed_published_and_read_beside_its_proposition()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        await Given.PositionAsync(product, opinion);
        await SignAsync(opinion, member: 1);
        var preview = await product
            .Browse(opinion.Committee.Facilitator)
            .GoAsync($"{opinion.Committee.Address}/avis/{opinion.Slug}/apercu");
        Assert.Contains(Given.Position, preview.Words, StringComparison.Ordinal);

        var published = await Given.PublishAsync(product, opinion);

        foreach (var address in new[] { $"/avis/{opinion.Slug}", $"/avis/{opinion.Slug}/propositions/1" })
        {
            var page = await product.Browse().GoAsync(address);
            Assert.Contains("Position minoritaire 1", page.Words, StringComparison.Ordinal);
            Assert.Contains(Given.Position, page.Words, StringComparison.Ordinal);
            Assert.Contains("Signée par : Membre 1.", page.Words, StringComparison.Ordinal);
            Assert.Contains("Et par 1 membre que le public compte", page.Words, StringComparison.Ordinal);
            Assert.DoesNotContain("Membre 2", page.Words, StringComparison.Ordinal);
        }

        var found = await product.Browse().GoAsync("/recherche?q=papier+possible");
        Assert.Contains($"/avis/{opinion.Slug}/propositions/1", found.Text, StringComparison.Ordinal);
        var opened = await product.ReadAsync(db =>
            db.Set<LedgerEntry>()
                .Where(entry => entry.Subject == published.Proposition(1))
                .Select(entry => entry.Content)
                .FirstAsync()
        );
        Assert.Contains("\"minority_positions\":1", opened, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_in_the_sealed_file_without_names_and_in_the_data()
    {
        var opinion = await Given.AssembledOpinionAsync(product);
        await Given.PositionAsync(product, opinion);
        var published = await Given.PublishAsync(product, opinion);
        var client = product.Browse().Client;

        var file = await client.GetByteArrayAsync($"/avis/{opinion.Slug}.md");
        var act = await product.ReadAsync(db =>
            db.Set<LedgerEntry>()
                .SingleAsync(entry =>
                    entry.Subject == published.Reference && entry.Kind == "OpinionPublished"
                )
        );
        Assert.Contains(
            Convert.ToHexStringLower(SHA256.HashData(file)),
            act.Content,
            StringComparison.Ordinal
        );
        var text = Encoding.UTF8.GetString(file);
        Assert.Contains($"> {Given.Position}", text, StringComparison.Ordinal);
        Assert.Contains("*Signée par 1 membre.*", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Membre 1", text, StringComparison.Ordinal);

        using var whole = JsonDocument.Parse(await client.GetStringAsync($"/avis/{opinion.Slug}.json"));
        var data = whole.RootElement.GetProperty("sections")[0].GetProperty("propositions")[0];
        var position = data.GetProperty("minority_positions")[0];
        Assert.Equal($"{published.Proposition(1)}-M1", position.GetProperty("reference").GetString());
        Assert.Equal(1, position.GetProperty("signatures").GetInt32());
        Assert.Equal("Membre 1", position.GetProperty("signed_by")[0].GetString());
        var one = await client.GetStringAsync($"/avis/{opinion.Slug}/propositions/1.json");
        Assert.Contains(Given.Position, one, StringComparison.Ordinal);
        var mine = await product.Browse(opinion.Committee.Members[0]).GoAsync("/compte/donnees");
        Assert.Contains(Given.Position, mine.Text, StringComparison.Ordinal);
    }

    private Task SignAsync(AssembledOpinion opinion, int member) => SignAsync(opinion, opinion, member);

    private async Task SignAsync(AssembledOpinion opinion, AssembledOpinion through, int member) =>
        await product.SendAsync(
            new Features.Publish.MinorityPositions.Sign.Command(
                through.Committee.Members[member],
                through.Committee.Space.Slug,
                through.Slug,
                (await FindAsync(opinion)).Id
            )
        );

    private Task ToldAsync() =>
        Patience.UntilAsync(async () => !await product.ReadAsync(db => db.Set<PendingEvent>().AnyAsync()));

    private Task<MinorityPosition> FindAsync(AssembledOpinion opinion) =>
        product.ReadAsync(db =>
            db.Set<MinorityPosition>()
                .AsNoTracking()
                .Include(position => position.Signatures)
                .SingleAsync(position => position.ProposalId == opinion.Proposal)
        );
}
