using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Assemble.Membership;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Assemble.Membership;

/// <summary>What an invitation refuses to open, and to whom.</summary>
public sealed partial class AcceptTests
{
    [Fact]
    public async Task A_revoked_invitation_gives_nothing_by_any_path()
    {
        var (space, facilitator) = await SpaceAsync();
        var link = await InviteAsync(space, facilitator, "retiree@example.org");
        var code = await CardAsync(space, facilitator);
        var (opened, shown) = (product.Browse(), product.Browse());
        var linkPage = await opened.GoAsync(link);
        var cardPage = await shown.GoAsync($"/invitation/{code.Value}");
        var desk = product.Browse(facilitator);
        for (var i = 0; i < 2; i++)
        {
            await desk.SendAsync(
                await desk.GoAsync($"/bureau/dispositifs/{space.Slug}/invitations"),
                "form[action$='/retirer']"
            );
        }

        var byLink = await opened.SendAsync(linkPage, "#accept", ("Data.Name", "Intruse"));
        var byCard = await shown.SendAsync(cardPage, "#accept", ("Data.Name", "Intruse"));
        var byTyping = await shown.SendAsync(
            await shown.GoAsync("/invitation"),
            "#knock",
            ("Code", code.Value)
        );

        Assert.Equal(HttpStatusCode.NotFound, byLink.Status);
        Assert.Equal(HttpStatusCode.NotFound, byCard.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, byTyping.Status);
        Assert.False(await product.ReadAsync(db => db.Set<Person>().AnyAsync(row => row.Name == "Intruse")));
    }

    [Fact]
    public async Task An_expired_invitation_gives_nothing_by_any_path()
    {
        var (space, facilitator) = await SpaceAsync();
        var link = await InviteAsync(space, facilitator, "expiree@example.org");
        var code = await CardAsync(space, facilitator);
        var browser = product.Browse();
        var page = await browser.GoAsync(link);
        await product.ReadAsync(db =>
            db.Set<Invitation>()
                .Where(row => row.SpaceId == space.Id)
                .ExecuteUpdateAsync(row =>
                    row.SetProperty(invitation => invitation.ExpiresAt, DateTimeOffset.UtcNow.AddSeconds(-1))
                )
        );

        var byLink = await browser.SendAsync(page, "#accept", ("Data.Name", "Tardive"));
        var byTyping = await browser.SendAsync(
            await browser.GoAsync("/invitation"),
            "#knock",
            ("Code", code.Value)
        );

        Assert.Equal(HttpStatusCode.NotFound, byLink.Status);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, byTyping.Status);
        await Assert.ThrowsAsync<Deliberation.Domain.RuleBroken>(() =>
            product.SendAsync(new AcceptInvitation.Command(null, code.Value, "Tardive", false, null))
        );
    }

    [Fact]
    public async Task Guessing_a_card_fifty_times_is_stopped_and_a_link_still_works()
    {
        using var fresh = new Product();
        var space = await Given.SpaceAsync(fresh);
        var facilitator = await Given.InSpaceAsync(fresh, space.Id, SpaceRole.Facilitator);
        await fresh.SendAsync(
            new Invite.Command(facilitator, space.Slug, ["calme@example.org"], SpaceRole.Member, 30)
        );
        var link = Mailbox.LinkIn((await Mailbox.LastToAsync(fresh, "calme@example.org"))!);
        var browser = fresh.Browse();
        var page = await browser.GoAsync("/invitation");

        var answers = new List<Page>();
        for (var i = 0; i < 50; i++)
        {
            answers.Add(await browser.SendAsync(page, "#knock", ("Code", $"AAAA-A{i:D3}")));
        }

        Assert.Equal(30, answers.Count(answer => answer.Status == HttpStatusCode.UnprocessableEntity));
        Assert.Equal(20, answers.Count(answer => answer.Status == HttpStatusCode.TooManyRequests));
        Assert.NotNull(answers[^1].Response.Headers.RetryAfter);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await browser.GoAsync("/invitation/AAAAA999")).Status);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync(link)).Status);
    }

    [Fact]
    public async Task No_card_lets_a_facilitator_become_someone_who_has_another_way_in()
    {
        var (space, facilitator) = await SpaceAsync();
        await Given.InSpaceAsync(product, space.Id, SpaceRole.Member, "Adressée");
        var place = await PlaceOfAsync("Adressée");
        var desk = product.Browse(facilitator);
        var page = await desk.GoAsync($"/bureau/dispositifs/{space.Slug}/membres");

        var refused = await desk.SendAsync(
            page with
            {
                Address = $"/bureau/dispositifs/{space.Slug}/membres/{place.Id}/carte",
            },
            "form[action$='/fin']"
        );

        Assert.DoesNotContain($"/membres/{place.Id}/carte", page.Text, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, refused.Status);
        Assert.False(
            await product.ReadAsync(db =>
                db.Set<Invitation>().AnyAsync(row => row.ReturningPersonId == place.PersonId)
            )
        );
    }

    [Fact]
    public async Task A_facilitator_invites_no_facilitator_and_nobody_elsewhere()
    {
        var (space, facilitator) = await SpaceAsync();
        var (other, _) = await SpaceAsync();
        var desk = product.Browse(facilitator);

        var refused = await desk.SendAsync(
            await desk.GoAsync($"/bureau/dispositifs/{space.Slug}/invitations/ecrire"),
            "#invite",
            ("Data.Addresses", "chef@example.org"),
            ("Data.Role", "Facilitator"),
            ("Data.Days", "30")
        );
        var elsewhere = await desk.GoAsync($"/bureau/dispositifs/{other.Slug}/invitations");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains("chef@example.org", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, elsewhere.Status);
    }

    [Fact]
    public async Task Another_spaces_invitation_cannot_be_revoked()
    {
        var (space, facilitator) = await SpaceAsync();
        var (other, theirs) = await SpaceAsync();
        await CardAsync(space, facilitator);
        var code = await CardAsync(other, theirs);
        var id = await product.ReadAsync(db =>
            db.Set<Invitation>().Where(row => row.SpaceId == other.Id).Select(row => row.Id).SingleAsync()
        );

        Assert.False(await product.SendAsync(new Revoke.Command(facilitator, space.Slug, id)));
        Assert.Equal(HttpStatusCode.OK, (await product.Browse().GoAsync($"/invitation/{code.Value}")).Status);
    }
}
