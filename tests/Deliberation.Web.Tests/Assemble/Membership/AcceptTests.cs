using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Assemble.Membership;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Assemble.Membership;

public sealed partial class AcceptTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task A_facilitator_invites_by_email_and_the_person_comes_in_under_the_name_they_chose()
    {
        var (space, facilitator) = await SpaceAsync();
        var link = await InviteAsync(space, facilitator, "maryse@example.org");
        var browser = product.Browse();

        var entered = await browser.SendAsync(
            await browser.GoAsync(link),
            "#accept",
            ("Data.Name", "Maryse"),
            ("Data.IsPublic", "true")
        );

        Assert.Equal($"/dispositifs/{space.Slug}", entered.Location);
        Assert.Equal("Mon compte", (await browser.GoAsync("/compte")).Heading);
        var place = await PlaceOfAsync("Maryse");
        Assert.Equal((SpaceRole.Member, true), (place.Role, place.IsPublic));
        var email = await product.ReadAsync(db =>
            db.Set<Person>().Where(row => row.Id == place.PersonId).Select(row => row.Email).SingleAsync()
        );
        Assert.Equal("maryse@example.org", email);
    }

    [Fact]
    public async Task A_card_lets_someone_without_email_in_once()
    {
        var (space, facilitator) = await SpaceAsync();
        var code = await CardAsync(space, facilitator);
        var browser = product.Browse();

        var found = await browser.SubmitAsync(
            await browser.GoAsync("/invitation"),
            "#knock",
            ("Code", code.ToString().ToLowerInvariant())
        );
        var entered = await browser.SendAsync(found, "#accept", ("Data.Name", "Odile"));
        var again = await product.Browse().GoAsync($"/invitation/{code.Value}");

        Assert.Equal(HttpStatusCode.Redirect, entered.Status);
        Assert.False((await PlaceOfAsync("Odile")).IsPublic);
        Assert.Equal(HttpStatusCode.NotFound, again.Status);
    }

    [Fact]
    public async Task Eight_acceptances_at_once_make_one_person()
    {
        var (space, facilitator) = await SpaceAsync();
        var code = await CardAsync(space, facilitator);
        var browsers = Enumerable.Range(0, 8).Select(_ => product.Browse()).ToList();
        var pages = new List<Page>();
        foreach (var browser in browsers)
        {
            pages.Add(await browser.GoAsync($"/invitation/{code.Value}"));
        }

        var answers = await Task.WhenAll(
            browsers.Select((browser, i) => browser.SendAsync(pages[i], "#accept", ("Data.Name", "Ensemble")))
        );

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.Redirect);
        Assert.DoesNotContain(answers, answer => (int)answer.Status >= 500);
        Assert.Equal(
            1,
            await product.ReadAsync(db => db.Set<Person>().CountAsync(row => row.Name == "Ensemble"))
        );
    }

    [Fact]
    public async Task Someone_signed_in_joins_with_their_own_account_and_only_once()
    {
        var (space, facilitator) = await SpaceAsync();
        var me = await Given.PersonAsync(product, "Paulette");
        var browser = product.Browse(me);
        var first = await CardAsync(space, facilitator);
        var second = await CardAsync(space, facilitator);

        await browser.SendAsync(
            await browser.GoAsync($"/invitation/{first.Value}"),
            "#accept",
            ("Data.Name", "Paulette")
        );
        var again = await browser.SendAsync(
            await browser.GoAsync($"/invitation/{second.Value}"),
            "#accept",
            ("Data.Name", "Paulette")
        );

        Assert.Equal(me, (await PlaceOfAsync("Paulette")).PersonId);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.Status);
        Assert.Contains("déjà une place", again.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_member_without_email_comes_back_with_a_new_card()
    {
        var (space, facilitator) = await SpaceAsync();
        var code = await CardAsync(space, facilitator);
        await product.SendAsync(new AcceptInvitation.Command(null, code.Value, "Renée", false, null));
        var place = await PlaceOfAsync("Renée");
        var desk = product.Browse(facilitator);

        var cards = await desk.SubmitAsync(
            await desk.GoAsync($"/bureau/dispositifs/{space.Slug}/membres"),
            $"form[action$='/membres/{place.Id}/carte']"
        );
        var card = CardCode.Read(cards.Document.QuerySelector(".invitation-code")!.TextContent)!;
        var browser = product.Browse();
        await browser.SendAsync(await browser.GoAsync($"/invitation/{card.Value}"), "#accept");
        var account = await browser.GoAsync("/compte");

        Assert.Equal("Renée", account.Document.QuerySelector("#Data_Name")?.GetAttribute("value"));
        Assert.Equal(
            1,
            await product.ReadAsync(db => db.Set<Member>().CountAsync(row => row.Name == "Renée"))
        );
    }

    [Fact]
    public async Task Cards_print_with_a_code_and_a_drawing_and_the_database_holds_neither()
    {
        var (space, facilitator) = await SpaceAsync();
        var desk = product.Browse(facilitator);

        var cards = await desk.SubmitAsync(
            await desk.GoAsync($"/bureau/dispositifs/{space.Slug}/invitations/cartes"),
            "#make-cards",
            ("Data.Count", "3"),
            ("Data.Role", "Member"),
            ("Data.Days", "30")
        );

        Assert.Equal(3, cards.Document.QuerySelectorAll(".invitation-card svg path").Length);
        var code = CardCode.Read(cards.Document.QuerySelector(".invitation-code")!.TextContent)!.Value;
        Assert.DoesNotContain(
            await product.ReadAsync(db => db.Set<InvitationKey>().ToListAsync()),
            key => key.Hash == code || key.SealedCode?.Contains(code, StringComparison.Ordinal) == true
        );
    }

    [Fact]
    public async Task A_typed_address_is_nobodys_until_its_letter_is_opened()
    {
        var (space, facilitator) = await SpaceAsync();
        var code = await CardAsync(space, facilitator);
        var browser = product.Browse();
        await browser.SendAsync(
            await browser.GoAsync($"/invitation/{code.Value}"),
            "#accept",
            ("Data.Name", "Solange"),
            ("Data.Email", "solange@example.org")
        );
        var person = (await PlaceOfAsync("Solange")).PersonId;
        Assert.Null(await EmailOfAsync(person));

        var link = Mailbox.LinkIn((await Mailbox.LastToAsync(product, "solange@example.org"))!);
        await browser.SendAsync(await browser.GoAsync(link), "#confirm-address");

        Assert.Equal("solange@example.org", await EmailOfAsync(person));
    }

    [Fact]
    public async Task A_place_that_ended_gives_no_access_at_the_next_request()
    {
        var (space, facilitator) = await SpaceAsync();
        var member = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member, "Partante");
        var theirs = product.Browse(member);
        Assert.Equal(HttpStatusCode.OK, (await theirs.GoAsync($"/compte/dispositifs/{space.Slug}")).Status);
        var desk = product.Browse(facilitator);
        var place = await PlaceOfAsync("Partante");

        await desk.SendAsync(
            await desk.GoAsync($"/bureau/dispositifs/{space.Slug}/membres"),
            $"form[action$='/membres/{place.Id}/fin']"
        );

        Assert.Equal(
            HttpStatusCode.Forbidden,
            (await theirs.GoAsync($"/compte/dispositifs/{space.Slug}")).Status
        );
    }

    private async Task<(Space Space, Guid Facilitator)> SpaceAsync()
    {
        var space = await Given.SpaceAsync(product);
        return (space, await Given.InSpaceAsync(product, space.Id, SpaceRole.Facilitator, "Guide"));
    }

    private async Task<string> InviteAsync(Space space, Guid facilitator, string address)
    {
        var desk = product.Browse(facilitator);
        await desk.SendAsync(
            await desk.GoAsync($"/bureau/dispositifs/{space.Slug}/invitations/ecrire"),
            "#invite",
            ("Data.Addresses", address),
            ("Data.Role", "Member"),
            ("Data.Days", "30")
        );
        return Mailbox.LinkIn((await Mailbox.LastToAsync(product, address))!);
    }

    private async Task<CardCode> CardAsync(Space space, Guid facilitator) =>
        (
            await product.SendAsync(new MakeCards.Command(facilitator, space.Slug, 1, SpaceRole.Member, 30))
        ).Single();

    private Task<Member> PlaceOfAsync(string name) =>
        product.ReadAsync(db => db.Set<Member>().AsNoTracking().SingleAsync(row => row.Name == name));

    private Task<string?> EmailOfAsync(Guid person) =>
        product.ReadAsync(db =>
            db.Set<Person>().Where(row => row.Id == person).Select(row => row.Email).SingleAsync()
        );
}
