using System.Net;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

public sealed class ProposalPagesTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task From_an_empty_workroom_to_a_proposal_to_write()
    {
        var atelier = await Given.AtelierAsync(product);
        var jean = product.Browse(atelier.Facilitator);

        await jean.SubmitAsync(
            await jean.GoAsync($"{atelier.Address}/avis/nouveau"),
            "form#draft",
            ("Data.Title", "Deuxième avis")
        );
        var workroom = await jean.SubmitAsync(
            await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/parties/nouvelle"),
            "form#section",
            ("Data.Title", "Conclusion")
        );
        var text = await jean.SubmitAsync(
            await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/propositions/nouvelle"),
            "form#proposal",
            ("Data.Title", "Une ligne d’écoute"),
            ("Data.SectionId", $"{atelier.SectionId}")
        );

        Assert.Contains("Deuxième avis", workroom.Words);
        Assert.Contains("Conclusion", workroom.Words);
        Assert.Equal("Une ligne d’écoute", text.Heading);
        Assert.Contains("Une ligne d’écoute", (await jean.GoAsync(atelier.Address)).Words);
    }

    [Fact]
    public async Task A_proposal_is_described_and_says_where_it_comes_from()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);

        var page = await samira.SubmitAsync(
            await samira.GoAsync($"{atelier.Address}/propositions/{atelier.ProposalId}"),
            "form#proposal",
            ("Data.Title", "Un carnet très lisible"),
            ("Data.Rationale", "Trop de personnes s’y perdent.")
        );

        Assert.Equal("Un carnet très lisible", page.Heading);
        Assert.Contains("Trop de personnes s’y perdent.", page.Words);
    }

    [Fact]
    public async Task A_withdrawal_without_a_reason_is_shown_again_with_the_rule()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        var step = await samira.GoAsync($"{atelier.Address}/propositions/{atelier.ProposalId}/etape");

        var refused = await samira.SendAsync(
            step,
            "form#step",
            ("Data.Step", "Withdraw"),
            ("Data.Words", "non")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("Un retrait est accompagné de sa raison", refused.Words);
        Assert.Equal(ProposalState.Idea, await StateAsync(atelier.ProposalId));
    }

    [Fact]
    public async Task A_withdrawn_proposal_no_longer_changes()
    {
        var atelier = await Given.AtelierAsync(product);
        var samira = product.Browse(atelier.Member);
        var step = await samira.GoAsync($"{atelier.Address}/propositions/{atelier.ProposalId}/etape");

        var open = await samira.GoAsync($"{atelier.TextAddress}/amendements");
        var text = await samira.SubmitAsync(
            step,
            "form#step",
            ("Data.Step", "Withdraw"),
            ("Data.Words", "Une autre proposition dit déjà cela.")
        );
        var amendments = await samira.GoAsync($"{atelier.TextAddress}/amendements");
        var form = await samira.GoAsync($"{atelier.TextAddress}/amendements/nouveau");

        Assert.NotNull(open.Document.QuerySelector("a[href$='/amendements/nouveau']"));
        Assert.Null(amendments.Document.QuerySelector("a[href$='/amendements/nouveau']"));
        Assert.Null(form.Document.QuerySelector("form#amendment"));
        Assert.All(
            [amendments, form],
            page => Assert.Contains("Ce texte est gelé : il ne s’amende plus.", page.Words)
        );
        Assert.Contains("Ce texte est gelé", text.Words);
        Assert.Null(text.Document.QuerySelector("form#text button"));
    }

    [Fact]
    public async Task Only_a_facilitator_records_a_decision_taken_elsewhere()
    {
        var atelier = await Given.AtelierAsync(product);
        (string, string)[] decision =
        [
            ("Data.Step", "AdoptElsewhere"),
            ("Data.Words", "Compte rendu du 20 mars 2026"),
        ];
        var (samira, jean) = (product.Browse(atelier.Member), product.Browse(atelier.Facilitator));
        var address = $"{atelier.Address}/propositions/{atelier.ProposalId}/etape";

        var refused = await samira.SendAsync(await samira.GoAsync(address), "form#step", decision);
        var before = await StateAsync(atelier.ProposalId);
        var accepted = await jean.SubmitAsync(await jean.GoAsync(address), "form#step", decision);

        Assert.NotEqual(HttpStatusCode.OK, refused.Status);
        Assert.Equal(ProposalState.Idea, before);
        Assert.Contains("Compte rendu du 20 mars 2026", accepted.Words);
        Assert.Equal(ProposalState.Adopted, await StateAsync(atelier.ProposalId));
    }

    [Fact]
    public async Task The_workroom_reads_in_English_too()
    {
        var atelier = await Given.AtelierAsync(product);

        var page = await product.Browse(atelier.Member).GoAsync($"{atelier.Address}?langue=en");

        Assert.Equal("Workroom", page.Heading);
        Assert.Contains("Being written", (await ProgressedAsync(atelier)).Words);
    }

    private async Task<Page> ProgressedAsync(Atelier atelier)
    {
        var samira = product.Browse(atelier.Member);
        var step = await samira.GoAsync($"{atelier.Address}/propositions/{atelier.ProposalId}/etape");
        await samira.SubmitAsync(step, "form#step", ("Data.Step", "BeginDrafting"));
        return await samira.GoAsync($"{atelier.TextAddress}?langue=en");
    }

    private Task<ProposalState> StateAsync(Guid id) =>
        product.ReadAsync(db => db.Set<Proposal>().Where(p => p.Id == id).Select(p => p.State).SingleAsync());
}
