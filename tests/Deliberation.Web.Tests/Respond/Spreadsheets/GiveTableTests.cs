using System.Diagnostics;
using System.Net;
using System.Text;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Spreadsheets;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Spreadsheets;

/// <summary>Who gives a table back, and which tables are not even kept.</summary>
public sealed class GiveTableTests(Product product) : IClassFixture<Product>
{
    private const string Address = "/bureau/suivi/tableau";
    private const string Reason = "Les essais ont lieu à Lens ce mois-ci.";

    [Fact]
    public async Task Only_an_agent_gives_a_table_back()
    {
        var space = await Given.SpaceAsync(product);
        var member = await Given.InSpaceAsync(product, space.Id, SpaceRole.Member);
        var administrator = await Given.InInstanceAsync(product, InstanceRole.Administrator);

        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(member).GoAsync(Address)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await product.Browse(administrator).GoAsync(Address)).Status);
    }

    [Fact]
    public async Task A_table_is_seen_by_who_gave_it_and_by_no_colleague()
    {
        var (followed, colleague) = await Given.ChainAsync(product);
        var agent = product.Browse(followed.Agent);

        var mine = await Given.GiveTableAsync(
            agent,
            Given.Table((followed.Proposition(1), "declined", Reason))
        );

        Assert.Equal(HttpStatusCode.OK, mine.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await product.Browse(colleague).GoAsync(mine.Address)).Status);
        Assert.Equal(HttpStatusCode.Redirect, (await product.Browse().GoAsync(mine.Address)).Status);
        Assert.Equal("no-store", mine.Response.Headers.CacheControl?.ToString(), ignoreCase: true);
    }

    [Fact]
    public async Task A_table_can_be_pasted()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);

        var preview = await agent.SubmitAsync(
            await agent.GoAsync(Address),
            "#tableau",
            (
                "Data.Text",
                $"Référence\tStatut\tRaison\tFonction\n{followed.Proposition(1)}\tin-progress-short\t{Reason}\tBureau"
            )
        );

        Assert.Contains("Changements (1)", preview.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_given_is_asked_for_again()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);

        var page = await agent.SubmitAsync(await agent.GoAsync(Address), "#tableau");

        Assert.Contains("Choisissez un fichier, ou collez un tableau.", page.Words, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("xls", "L’ancien format XLS n’est pas lu")]
    [InlineData("password", "protégé par un mot de passe")]
    [InlineData("program", "fichier CSV ou XLSX en bon état")]
    [InlineData("words", "La première ligne d’un tableau nomme ses colonnes")]
    [InlineData("quote", "se ferme par un guillemet")]
    [InlineData("large", "Un tableau pèse au plus 5 Mo")]
    public async Task What_cannot_be_read_is_said_and_not_kept(string kind, string sentence)
    {
        var followed = await Given.FollowedOpinionAsync(product);
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]];
        var content = kind switch
        {
            "xls" => old,
            "password" => [.. old, .. Encoding.Unicode.GetBytes("EncryptedPackage")],
            "program" => [0x7F, (byte)'E', (byte)'L', (byte)'F', 0, 0, 0],
            "words" => "Une lettre, pas un tableau."u8.ToArray(),
            "quote" => Encoding.UTF8.GetBytes($"{Given.TableHeadings}P1;\"a;b\n"),
            _ => new byte[6 * 1024 * 1024],
        };

        var page = await Given.GiveTableAsync(product.Browse(followed.Agent), content, "suivi.xlsx");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, page.Status);
        Assert.Contains(sentence, page.Words, StringComparison.Ordinal);
        Assert.Equal(0, await KeptAsync(followed.Agent));
    }

    [Fact]
    public async Task Beyond_ten_megabytes_nothing_is_even_read()
    {
        var followed = await Given.FollowedOpinionAsync(product);

        var page = await Given.GiveTableAsync(product.Browse(followed.Agent), new byte[11 * 1024 * 1024]);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, page.Status);
        Assert.Equal("Votre envoi est trop lourd", page.Heading);
        Assert.Contains("5 Mo", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fifty_thousand_lines_are_refused_at_once()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var content = Given.Table([
            .. Enumerable.Repeat((followed.Proposition(1), "declined", Reason), 50_000),
        ]);
        await agent.GoAsync(Address);

        var clock = Stopwatch.StartNew();
        var page = await Given.GiveTableAsync(agent, content);

        Assert.Contains("au plus 5 000 lignes", page.Words, StringComparison.Ordinal);
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(5), $"{clock.Elapsed}");
    }

    [Fact]
    public async Task A_table_is_forgotten_after_an_hour()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var old = new KeptTable
        {
            Id = Guid.CreateVersion7(),
            By = followed.Agent,
            Name = "",
            Content = Given.Table(),
            ExpiresAt = TimeProvider.System.GetUtcNow().AddSeconds(-1),
        };
        await product.KeepAsync(old);

        var page = await product.Browse(followed.Agent).GoAsync($"{Address}/{old.Id}");
        await product.Services.GetRequiredService<TableSweep>().SweepAsync(CancellationToken.None);

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
        Assert.Equal(0, await KeptAsync(followed.Agent));
    }

    [Fact]
    public async Task An_agent_has_five_tables_at_most()
    {
        var followed = await Given.FollowedOpinionAsync(product);
        var agent = product.Browse(followed.Agent);
        var first = await Given.GiveTableAsync(agent, Given.Table());
        for (var more = 0; more < 5; more++)
        {
            await Given.GiveTableAsync(agent, Given.Table());
        }

        Assert.Equal(5, await KeptAsync(followed.Agent));
        Assert.Equal(HttpStatusCode.NotFound, (await agent.GoAsync(first.Address)).Status);
    }

    private Task<int> KeptAsync(Guid agent) =>
        product.ReadAsync(db => db.Set<KeptTable>().CountAsync(table => table.By == agent));
}
