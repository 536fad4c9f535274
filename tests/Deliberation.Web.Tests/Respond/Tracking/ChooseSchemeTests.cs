using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Microsoft.EntityFrameworkCore;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class ChooseSchemeTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task An_institution_answers_in_its_own_words_from_the_desk_to_the_register()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1);
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var desk = await administrator.GoAsync("/bureau");
        Assert.NotNull(desk.Document.QuerySelector($"a[href='{Address(followed)}']"));
        var form = await administrator.GoAsync(Address(followed));

        await administrator.SubmitAsync(
            form,
            "form#choisir",
            ("Data.Lines[0].French", "C’est fait chez nous"),
            ("Data.Lines[0].Pattern", "zigzag"),
            ("Data.Lines[1].Pattern", "")
        );
        await product.SendAsync(
            new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer("taken-into-account"))
        );

        var tracker = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}");
        Assert.Contains("C’est fait chez nous", tracker.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("M0 6L4 2M4 2L8 6", Weave(tracker, 1), StringComparison.Ordinal);
        Assert.DoesNotContain("M0 6L4 2M4 2L8 6", Weave(tracker, 2), StringComparison.Ordinal);
        var filtered = await product.Browse().GoAsync($"/suivi?avis={followed.Opinion.Slug}");
        Assert.All(
            [tracker, filtered],
            list => Assert.NotNull(list.Document.QuerySelector("#propositions .badge-weave.zigzag"))
        );
        Assert.Contains(
            "C’est fait chez nous",
            filtered.Document.QuerySelector("#statut")?.TextContent,
            StringComparison.Ordinal
        );
        var register = await product.Browse().GoAsync($"/registre?objet={followed.Proposition(1)}");
        Assert.Contains(
            "C’est fait chez nous",
            register.Document.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_scale_already_used_is_shown_and_a_form_kept_open_is_refused()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1);
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var form = await administrator.GoAsync(Address(followed));
        await product.SendAsync(new Answer.Command(followed.Agent, followed.Proposition(1), Given.Answer()));

        var refused = await administrator.SubmitAsync(
            form,
            "form#choisir",
            ("Data.Lines[0].French", "Autre")
        );
        var shown = await administrator.GoAsync(Address(followed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.NotNull(shown.Document.QuerySelector("#echelle"));
        var kept = await product.ReadAsync(db =>
            db.Set<OpinionTracker>().SingleAsync(tracker => tracker.Slug == followed.Opinion.Slug)
        );
        Assert.Equal(StatusScheme.Default.Statuses[0].French, kept.Scheme.Statuses[0].French);
    }

    [Fact]
    public async Task A_line_can_be_added_without_losing_what_was_typed()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1);
        var administrator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Administrator));
        var form = await administrator.GoAsync(Address(followed));

        var more = await administrator.SubmitAsync(
            form,
            "form#choisir",
            ("Data.Lines[0].French", "Autre"),
            ("more", "true")
        );

        Assert.Equal(10, more.Document.QuerySelectorAll("form#choisir fieldset").Length);
        Assert.Equal(
            "Autre",
            more.Document.QuerySelector("[name='Data.Lines[0].French']")?.GetAttribute("value")
        );
    }

    /// <summary>How the bar of that rank is drawn.</summary>
    private static string Weave(Page page, int rank) =>
        page.Document.QuerySelector($"#treatments-weave-{rank}")!.InnerHtml;

    private static string Address(FollowedOpinion followed) =>
        $"/bureau/avis/{followed.Opinion.Slug}/echelle";
}
