using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Verdicts;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Tests.Respond.Verdicts;

public sealed class SetTermsTests(Product product) : IClassFixture<Product>
{
    private const string Why = "Les membres se réunissent deux fois par an seulement.";

    [Fact]
    public async Task An_administrator_sets_the_terms_of_a_space_for_the_opinions_to_come()
    {
        var judged = await Given.JudgedOpinionAsync(product, members: 1, propositions: 2);
        var before = await Given.JudgedAnswerAsync(product, judged, 1);
        var address = AddressOf(judged.Committee);
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));

        var form = await administrator.GoAsync(address);
        var silent = await administrator.SubmitAsync(form, "#conditions", ("Data.Days", "90"));
        var refused = await administrator.SubmitAsync(
            silent,
            "#conditions",
            ("Data.Threshold", "101"),
            ("Data.Reason", Why)
        );
        var done = await administrator.SubmitAsync(refused, "#conditions", ("Data.Threshold", "60"));
        var late = await administrator.SubmitAsync(
            form,
            "#conditions",
            ("Data.Threshold", "70"),
            ("Data.Reason", Why)
        );
        var same = await Given.JudgedAnswerAsync(product, judged, 2);
        var next = await NextAsync(judged.Committee);

        Assert.Contains("Dites pourquoi les conditions changent.", silent.Words, StringComparison.Ordinal);
        Assert.Contains("avec un seuil de 0 à 100", refused.Words, StringComparison.Ordinal);
        Assert.Contains("Période : 90 jours. Seuil : 60", done.Words, StringComparison.Ordinal);
        Assert.Contains(
            Why,
            done.Document.QuerySelector("#changements")?.TextContent,
            StringComparison.Ordinal
        );
        Assert.Contains("Les conditions ont changé depuis", late.Words, StringComparison.Ordinal);
        Assert.Contains("Avis d’essai : Période : 30 jours", done.Words, StringComparison.Ordinal);
        Assert.Equal((before.Terms.Days, 50), (same.Terms.Days, same.Threshold));
        Assert.Equal(new VerdictTerms(90, 60, 5, 30), next.Terms);
        var kinds = await product.ReadAsync(db =>
            db.Set<LedgerEntry>()
                .Where(entry => entry.Subject == judged.Committee.Space.Slug)
                .Select(entry => entry.Kind)
                .ToListAsync()
        );
        Assert.Equal("VerdictTermsSet", Assert.Single(kinds));
    }

    [Fact]
    public async Task Only_an_administrator_sets_them()
    {
        var committee = await Given.CommitteeAsync(product);
        var facilitator = product.Browse(committee.Facilitator);

        Assert.Equal(HttpStatusCode.Forbidden, (await facilitator.GoAsync(AddressOf(committee))).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(AddressOf(committee))).Status);
    }

    [Fact]
    public async Task A_space_that_does_not_exist_has_no_terms()
    {
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));

        var page = await administrator.GoAsync("/bureau/dispositifs/nulle-part/appreciations");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private static string AddressOf(Committee committee) =>
        $"/bureau/dispositifs/{committee.Space.Slug}/appreciations";

    /// <summary>The round on an answer to another opinion of the same members.</summary>
    private async Task<VerdictRound> NextAsync(Committee committee)
    {
        var proposal = await Given.AdoptedProposalAsync(product, committee, "Écrire plus gros");
        var assembled = new AssembledOpinion(committee, $"suite-{committee.Space.Slug}", proposal.Id);
        await Given.AssembleAsync(product, assembled);
        return await Given.JudgedAnswerAsync(product, await Given.PublishAsync(product, assembled));
    }
}
