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

public sealed partial class PublishTests(Product product) : IClassFixture<Product>
{
    private static int count;

    [Fact]
    public async Task A_facilitator_assembles_previews_and_publishes()
    {
        var committee = await Given.CommitteeAsync(product);
        var body = await Given.BodyAsync(product);
        await Given.AdoptedProposalAsync(product, committee, "Écrire gros", "En **seize** points au moins.");
        var slug = NewSlug();
        var browser = product.Browse(committee.Facilitator);

        var assembling = await browser.GoAsync($"{committee.Address}/avis/assembler");
        var preview = await browser.SubmitAsync(
            assembling,
            "form#assemble",
            ("Data.Title", "Avis sur la lisibilité"),
            ("Data.Address", slug),
            ("Data.Preamble", "Nous étions *trois*.")
        );
        Assert.Contains("Ceci est un aperçu.", preview.Words, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse().GoAsync($"/avis/{slug}")).Status);
        var publish = preview.Document.QuerySelector("a[href*='/publication']")!.GetAttribute("href")!;
        var publishing = await browser.GoAsync(publish);
        var published = await browser.SubmitAsync(publishing, "form#publish", ("Data.Body", body.Key));

        var read = await product.Browse().GoAsync($"/avis/{slug}");
        Assert.Equal($"/avis/{slug}", published.Address);
        Assert.Equal("Avis sur la lisibilité", read.Heading);
        Assert.Contains("<strong>seize</strong>", read.Text, StringComparison.Ordinal);
        Assert.Contains("<em>trois</em>", read.Text, StringComparison.Ordinal);
        Assert.NotNull(read.Document.QuerySelector("nav.page-contents a[href='#p-1']"));
        Assert.Contains(
            Article(preview).TextContent[^200..].Trim(),
            Article(read).TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_text_voted_is_the_text_published_even_when_someone_tries_to_change_it()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee, "Titre voté", "Texte voté.");

        await Assert.ThrowsAsync<RuleBroken>(() =>
            Given.WriteAsync(product, proposal.DocumentId, 1, "Texte truqué.", committee.Facilitator)
        );
        await ThawBehindTheScenesAsync(proposal.DocumentId);
        await Given.WriteAsync(product, proposal.DocumentId, 1, "Texte truqué.", committee.Facilitator);
        var slug = await PublishedAsync(committee, proposal);

        var voted = await product.ReadAsync(db =>
            db.Set<Ballot>().SingleAsync(ballot => ballot.ProposalId == proposal.Id)
        );
        var request = await product.ReadAsync(db =>
            db.Set<Proposition>().SingleAsync(request => request.ProposalId == proposal.Id)
        );
        Assert.Equal(voted.Wording!.Body, request.Body);
        Assert.Equal(voted.Wording.Title, request.Title);
        Assert.Equal(voted.Wording.Version, request.Version);
        var page = await product.Browse().GoAsync($"/avis/{slug}");
        Assert.Contains("Texte voté.", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("Texte truqué.", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_opens_a_treatment_and_seals_the_hash_of_the_file()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee);
        var slug = await PublishedAsync(committee, proposal);

        var file = await product.Browse().Client.GetByteArrayAsync($"/avis/{slug}.md");
        var opinion = await product.ReadAsync(db => db.Set<Opinion>().SingleAsync(o => o.Slug == slug));
        var treatment = await product.ReadAsync(db =>
            db.Set<Treatment>().SingleAsync(t => t.OpinionId == opinion.Id)
        );
        var sealedActs = await product.ReadAsync(db =>
            db.Set<LedgerEntry>().Where(entry => entry.Subject == opinion.Reference).ToListAsync()
        );

        Assert.Equal($"{opinion.Reference}-P1", treatment.Reference);
        var act = Assert.Single(sealedActs);
        Assert.Contains(
            Convert.ToHexStringLower(SHA256.HashData(file)),
            act.Content,
            StringComparison.Ordinal
        );
        Assert.Contains("Écrire gros", Encoding.UTF8.GetString(file), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_opinion_is_given_as_data()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee, "Écrire gros");
        var slug = await PublishedAsync(committee, proposal);

        using var data = JsonDocument.Parse(
            await product.Browse().Client.GetStringAsync($"/avis/{slug}.json")
        );

        var request = data.RootElement.GetProperty("sections")[0].GetProperty("propositions")[0];
        Assert.Equal("Écrire gros", request.GetProperty("title").GetString());
        Assert.Equal(3, request.GetProperty("decision").GetProperty("for").GetInt32());
    }

    [Fact]
    public async Task A_proposition_has_its_own_page_with_its_vote_and_its_neighbours()
    {
        var committee = await Given.CommitteeAsync(product);
        var first = await Given.AdoptedProposalAsync(
            product,
            committee,
            "Écrire gros",
            rationale: "Bien lire."
        );
        var second = await Given.AdoptedProposalAsync(product, committee, "Écrire clair");
        var slug = await PublishedAsync(committee, first, second);

        var page = await product.Browse().GoAsync($"/avis/{slug}/propositions/1");

        Assert.Equal("Écrire gros", page.Heading);
        Assert.Contains("Pour : 3. Contre : 0.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Abstentions : 0. Votants : 3 sur 3. ", page.Words, StringComparison.Ordinal);
        Assert.Contains("Bien lire.", page.Words, StringComparison.Ordinal);
        Assert.NotNull(page.Document.QuerySelector("a[rel=next]"));
        Assert.Null(page.Document.QuerySelector("a[rel=prev]"));
        var absent = await product.Browse().GoAsync($"/avis/{slug}/propositions/3");
        Assert.Equal(HttpStatusCode.NotFound, absent.Status);
    }

    [Fact]
    public async Task A_decision_taken_elsewhere_cites_its_minutes()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.DebatedProposalAsync(product, committee);
        await AdoptElsewhereAsync(proposal.Id, "Compte rendu du 28 novembre 2021, page 3");
        var slug = await PublishedAsync(committee, proposal);

        var page = await product.Browse().GoAsync($"/avis/{slug}/propositions/1");

        Assert.Contains("Compte rendu du 28 novembre 2021, page 3", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_is_a_new_edition_and_the_first_stays_readable()
    {
        var committee = await Given.CommitteeAsync(product);
        var proposal = await Given.AdoptedProposalAsync(product, committee);
        var slug = await PublishedAsync(committee, proposal);
        var first = await product.Browse().Client.GetStringAsync($"/avis/{slug}.md");

        await AssembleAsync(committee, slug, "Avis corrigé", "Le titre était mal écrit.", proposal);
        await PublishAsync(committee, slug);

        var current = await product.Browse().GoAsync($"/avis/{slug}");
        var earlier = await product.Browse().GoAsync($"/avis/{slug}/editions/1");
        Assert.Equal("Avis corrigé", current.Heading);
        Assert.Equal("Avis d’essai", earlier.Heading);
        Assert.Contains("Cette édition a été corrigée.", earlier.Words, StringComparison.Ordinal);
        Assert.Equal(first, await product.Browse().Client.GetStringAsync($"/avis/{slug}.md?edition=1"));
    }

    [Fact]
    public async Task A_proposition_that_a_correction_leaves_out_keeps_its_page_and_makes_nobody_late()
    {
        var committee = await Given.CommitteeAsync(product);
        var kept = await Given.AdoptedProposalAsync(product, committee);
        var left = await Given.AdoptedProposalAsync(product, committee);
        var slug = await PublishedAsync(committee, kept, left);
        var address = $"/avis/{slug}/propositions/2";

        await AssembleAsync(committee, slug, "Avis corrigé", "La deuxième répétait la première.", kept);
        await PublishAsync(committee, slug);

        var page = await product.Browse().GoAsync(address);
        var data = await product.Browse().GoAsync($"{address}.json");
        var tracker = await product.Browse().GoAsync($"/suivi/{slug}");
        var silence = await product.Browse().GoAsync("/suivi/sans-reponse?p=1");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("Cette proposition n’est plus dans l’avis", page.Words, StringComparison.Ordinal);
        Assert.Contains("La deuxième répétait la première.", page.Words, StringComparison.Ordinal);
        Assert.Contains("Aucune réponse n’est plus due", page.Words, StringComparison.Ordinal);
        Assert.Contains("\"edition\":2,\"published_at\"", data.Text, StringComparison.Ordinal);
        Assert.Contains("En retard : 0. Retirées de l’avis : 1.", tracker.Words, StringComparison.Ordinal);
        Assert.NotNull(tracker.Document.QuerySelector($"a[href='{address}']"));
        Assert.NotNull(silence.Document.QuerySelector($"a[href='/avis/{slug}/propositions/1']"));
        Assert.Null(silence.Document.QuerySelector($"a[href='{address}']"));

        await AssembleAsync(committee, slug, "Avis corrigé", "La deuxième est remise.", kept, left);
        await PublishAsync(committee, slug);

        var back = await product.Browse().GoAsync(address);
        Assert.DoesNotContain("n’est plus dans l’avis", back.Words, StringComparison.Ordinal);
        Assert.Contains("au plus tard le", back.Words, StringComparison.Ordinal);
    }

    private static string NewSlug() => $"avis-essai-{Interlocked.Increment(ref count)}";

    private static AngleSharp.Dom.IElement Article(Page page) =>
        page.Document.QuerySelector("article.opinion")!;

    private static Assembling.Command Command(
        Committee committee,
        string slug,
        string title,
        string correction,
        params Proposal[] proposals
    ) =>
        new(committee.Facilitator, committee.Space.Slug, committee.Draft.Id, slug)
        {
            Title = title,
            CorrectionNote = correction,
            Sections = [new Assembling.Chosen(committee.Section.Id, [.. proposals.Select(p => p.Id)])],
        };

    private Task<Guid> AssembleAsync(
        Committee committee,
        string slug,
        string title,
        string correction,
        params Proposal[] proposals
    ) => product.SendAsync(Command(committee, slug, title, correction, proposals));

    private async Task PublishAsync(Committee committee, string slug)
    {
        var body = await Given.BodyAsync(product);
        await product.SendAsync(
            new Publishing.Command(committee.Facilitator, committee.Space.Slug, slug, body.Key)
        );
    }

    private async Task<string> PublishedAsync(Committee committee, params Proposal[] proposals)
    {
        var slug = NewSlug();
        await AssembleAsync(committee, slug, "Avis d’essai", "", proposals);
        await PublishAsync(committee, slug);
        return slug;
    }

    private Task<int> ThawBehindTheScenesAsync(Guid documentId) =>
        product.ReadAsync(async db =>
        {
            var document = await db.Set<Document>().SingleAsync(document => document.Id == documentId);
            document.Thaw(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

    private Task<int> AdoptElsewhereAsync(Guid proposalId, string minutes) =>
        product.ReadAsync(async db =>
        {
            var proposal = await db.Set<Proposal>().SingleAsync(proposal => proposal.Id == proposalId);
            proposal.AdoptElsewhere(minutes, DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });
}
