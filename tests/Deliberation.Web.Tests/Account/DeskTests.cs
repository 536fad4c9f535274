using System.Net;
using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Account;

public sealed class DeskTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task The_desk_shows_each_role_its_own_work()
    {
        var space = await Given.SpaceAsync(product);
        var facilitator = await Given.InSpaceAsync(product, space.Id, SpaceRole.Facilitator);

        var theirs = await product.Browse(facilitator).GoAsync("/bureau");
        var administrators = await product.Browse(await AdministratorAsync()).GoAsync("/bureau");

        Assert.Contains(
            $"/bureau/dispositifs/{space.Slug}/invitations",
            theirs.Text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("/bureau/personnes", theirs.Text, StringComparison.Ordinal);
        Assert.Contains("/bureau/personnes", administrators.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(InstanceRole.Agent, "/bureau/suivi", "/bureau/retours")]
    [InlineData(InstanceRole.Agent, "/bureau/retours/a-repondre", "/bureau/personnes")]
    [InlineData(InstanceRole.Moderator, "/bureau/retours", "/bureau/suivi")]
    public async Task The_desk_leads_staff_to_their_own_work_only(
        InstanceRole role,
        string theirs,
        string notTheirs
    )
    {
        var body = role == InstanceRole.Agent ? await Given.BodyAsync(product) : null;
        var person = await Given.InInstanceAsync(product, role, body?.Id);

        var desk = await product.Browse(person).GoAsync("/bureau");

        Assert.NotNull(desk.Document.QuerySelector($"main a[href='{theirs}']"));
        Assert.Null(desk.Document.QuerySelector($"main a[href='{notTheirs}']"));
    }

    [Fact]
    public async Task An_administrator_opens_a_space()
    {
        var browser = product.Browse(await AdministratorAsync());

        var opened = await browser.SendAsync(
            await browser.GoAsync("/bureau/dispositifs/nouveau"),
            "#open-space",
            ("Data.Kind", "Convention"),
            ("Data.Title", "Convention d’essai"),
            ("Data.Slug", "convention-essai"),
            ("Data.Question", "Que demander à nos hôpitaux ?"),
            ("Data.CommissionedBy", "Le ministère"),
            ("Data.RunBy", "Une association"),
            ("Data.Calendar", "2026-03-01 2026-04-15 Écriture\n2026-04-16 2026-05-01 Vote")
        );

        Assert.Equal("/dispositifs/convention-essai", opened.Location);
        var space = await product.ReadAsync(db =>
            db.Set<Space>().SingleAsync(row => row.Slug == "convention-essai")
        );
        Assert.Equal("Vote", space.Phases[1].Title);
    }

    [Fact]
    public async Task A_space_whose_address_is_taken_is_not_opened_and_nothing_typed_is_lost()
    {
        var space = await Given.SpaceAsync(product);
        var browser = product.Browse(await AdministratorAsync());

        var refused = await browser.SendAsync(
            await browser.GoAsync("/bureau/dispositifs/nouveau"),
            "#open-space",
            ("Data.Kind", "Convention"),
            ("Data.Title", "Un autre titre"),
            ("Data.Slug", space.Slug),
            ("Data.Question", "Que demander à nos hôpitaux ?"),
            ("Data.CommissionedBy", "Le ministère"),
            ("Data.RunBy", "Une association")
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(
            "Deux dispositifs n’ont pas la même adresse.",
            refused.Words,
            StringComparison.Ordinal
        );
        Assert.Contains("Un autre titre", refused.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_role_given_or_ended_counts_at_the_next_request()
    {
        var browser = product.Browse(await AdministratorAsync());
        var named = await browser.SubmitAsync(
            await browser.GoAsync("/bureau/personnes/inscrire"),
            "#enrol",
            ("Data.Name", "Nadia"),
            ("Data.Email", "nadia@example.org")
        );
        var nadia = Guid.Parse(named.Address.Split('/')[^1]);
        var theirs = product.Browse(nadia);
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.GoAsync("/bureau")).Status);

        var given = await browser.SubmitAsync(named, "#appoint", ("Data.Role", "Moderator"));
        Assert.Equal(HttpStatusCode.OK, (await theirs.GoAsync("/bureau")).Status);

        await browser.SendAsync(given, "form[action*='/fin/']");
        Assert.Equal(HttpStatusCode.Forbidden, (await theirs.GoAsync("/bureau")).Status);
    }

    [Fact]
    public async Task The_last_administrator_stays()
    {
        using var fresh = new Product();
        var last = await Given.InInstanceAsync(fresh, InstanceRole.Administrator);
        var browser = fresh.Browse(last);

        var refused = await browser.SendAsync(
            await browser.GoAsync($"/bureau/personnes/{last}"),
            "form[action*='/fin/']"
        );

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
    }

    [Fact]
    public async Task The_first_administrator_gets_a_link_from_the_command_line()
    {
        using var fresh = new Product();
        using var output = new StringWriter();
        await using var scope = fresh.Services.CreateAsyncScope();
        var command = scope
            .ServiceProvider.GetServices<ICommand>()
            .Single(known => known.Name == "create-administrator");

        var code = await command.RunAsync(["premiere@example.org"], output);
        var browser = fresh.Browse();
        var entered = await browser.SendAsync(
            await browser.GoAsync(Mailbox.LinkIn(output.ToString())),
            "#use-link"
        );

        Assert.Equal(0, code);
        Assert.Equal("/bureau", entered.Location);
        Assert.Equal(HttpStatusCode.OK, (await browser.GoAsync("/bureau/personnes")).Status);
    }

    [Fact]
    public async Task The_file_of_my_data_holds_mine_and_nobody_elses()
    {
        var space = await Given.SpaceAsync(product);
        var me = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member, "Yvette");
        await Given.InSpaceAsync(product, space.Id, SpaceRole.Member, "Quelqu’un");

        var file = await product.Browse(me).GoAsync("/compte/donnees");

        using var json = JsonDocument.Parse(file.Text);
        var account = json.RootElement.GetProperty("account");
        Assert.Equal("Yvette", account.GetProperty("person").GetProperty("name").GetString());
        Assert.Equal(space.Slug, account.GetProperty("places")[0].GetProperty("space").GetString());
        Assert.DoesNotContain("Quelqu", file.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_form_changes_only_ones_own_name()
    {
        var victim = await Given.PersonAsync(product, "Victime");
        var intruder = await Given.PersonAsync(product, "Intrus");
        var browser = product.Browse(intruder);

        await browser.SendAsync(
            await browser.GoAsync("/compte"),
            "#account",
            ("Data.Name", "Renommé"),
            ("Data.By", victim.ToString()),
            ("Data.IsFictional", "true")
        );

        var people = await product.ReadAsync(db =>
            db.Set<Person>().Where(row => row.Id == victim || row.Id == intruder).ToListAsync()
        );
        Assert.Equal("Victime", people.Single(row => row.Id == victim).Name);
        Assert.Equal("Renommé", people.Single(row => row.Id == intruder).Name);
        Assert.DoesNotContain(people, row => row.IsFictional);
    }

    private Task<Guid> AdministratorAsync() => Given.InInstanceAsync(product, InstanceRole.Administrator);
}
