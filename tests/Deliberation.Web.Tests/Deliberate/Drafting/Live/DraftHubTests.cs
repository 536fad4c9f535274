using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

public sealed class DraftHubTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public async Task Two_people_see_each_others_words()
    {
        var room = await RoomAsync();
        await using var samira = await room.PageAsync(SpaceRole.Member, "Samira");
        await using var jean = await room.PageAsync(SpaceRole.Rapporteur, "Jean");

        await samira.WriteAsync("Bonjour");
        await jean.UntilAsync(page => page.Text == "Bonjour");
        await jean.WriteAsync(" à tous");

        await samira.UntilAsync(page => page.Text == "Bonjour à tous");
        await samira.UntilAsync(page => page.Peers.Count == 2);
        Assert.Equal(["Jean", "Samira"], samira.Peers.Select(peer => peer.Name).Order());
    }

    [Fact]
    public async Task An_acknowledged_change_is_on_disk_with_its_author_once()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);

        var version = await page.WriteAsync("Un mot d’été");

        var change = Assert.Single(await room.ChangesAsync());
        Assert.Equal((version, room.People[0]), (change.Version, change.AuthorId));
        Assert.Equal("""[[0,"Un mot d’été"]]""", change.Content);
    }

    [Fact]
    public async Task A_push_that_comes_twice_is_acknowledged_and_written_once()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);

        object[] change = [new object[] { 0, "Un" }];
        var first = await page.SendRawAsync(0, page.ClientId, 0, new[] { change });
        var second = await page.SendRawAsync(0, page.ClientId, 0, new[] { change });

        Assert.Null(second.Refused);
        Assert.Equal(1, first.Value);
        Assert.Single(await room.ChangesAsync());
    }

    [Fact]
    public async Task A_late_change_is_moved_and_accepted()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);
        await using var other = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync("monde");

        var answer = await other.SendRawAsync(
            0,
            "client-late",
            0,
            new object[] { new object[] { new object[] { 0, "Le " } } }
        );

        Assert.Null(answer.Refused);
        await page.UntilAsync(p => p.Version == 2);
        Assert.Equal("mondeLe ", page.Text);
    }

    [Theory]
    [InlineData(SpaceRole.Observer)]
    [InlineData(SpaceRole.Expert)]
    public async Task Those_who_only_read_do_not_write(SpaceRole role)
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(role);

        page.Append("non");

        Assert.False(page.Opened!.MayWrite);
        Assert.Equal("drafting.not-a-writer", (await page.SendAsync()).Refused?.Code);
        Assert.Empty(await room.ChangesAsync());
    }

    [Fact]
    public async Task A_member_of_another_space_learns_nothing_and_writes_nothing()
    {
        var room = await RoomAsync();
        var elsewhere = await Given.SpaceAsync(product);
        var stranger = await Given.InSpaceAsync(product, elsewhere.Id, SpaceRole.Facilitator);
        await using var page = Given.LivePage(product, room.Document.Id, stranger);

        var refused = await page.OpenAsync();
        await using var lost = Given.LivePage(product, Guid.NewGuid(), stranger);
        var unknown = await lost.OpenAsync();
        page.Append("non");

        Assert.Equal("drafting.not-a-member", refused?.Code);
        Assert.Equal(refused, unknown);
        Assert.Equal("drafting.not-a-member", (await page.SendAsync()).Refused?.Code);
        Assert.Empty(await room.ChangesAsync());
    }

    [Fact]
    public async Task Nobody_comes_in_without_a_session()
    {
        var room = await RoomAsync();
        await using var page = Given.LivePage(product, room.Document.Id, null);

        await Assert.ThrowsAnyAsync<Exception>(page.OpenAsync);
    }

    [Fact]
    public async Task A_page_of_another_site_cannot_open_the_socket()
    {
        var room = await RoomAsync();
        var member = await Given.InSpaceAsync(product, room.SpaceId, SpaceRole.Member);
        await using var page = Given.LivePage(product, room.Document.Id, member, "https://evil.example");

        await Assert.ThrowsAnyAsync<Exception>(page.OpenAsync);
    }

    [Fact]
    public async Task Revocation_takes_effect_on_an_open_connection_within_a_second()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync("avant");

        await EndAsync(room.People[0]);
        await page.UntilAsync(p => p.IsRevoked, seconds: 1);
        page.Append("après");

        Assert.Equal("drafting.not-a-member", (await page.SendAsync()).Refused?.Code);
        Assert.Single(await room.ChangesAsync());
    }

    [Fact]
    public async Task A_frozen_text_accepts_nothing_and_everyone_is_told()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync("Le texte voté");

        var frozen = await FreezeAsync(room.Document.Id);
        await page.UntilAsync(p => p.Frozen == "Mise au vote");
        page.Append(" et changé");
        var answer = await page.SendAsync();
        await ThawAsync(room.Document.Id);
        await page.UntilAsync(p => p.Frozen is null);

        Assert.Equal((1, "Le texte voté"), (frozen.Version, frozen.Text));
        Assert.Equal("drafting.frozen", answer.Refused?.Code);
        Assert.Equal(2, (await page.SendAsync()).Value);
    }

    [Fact]
    public async Task While_people_type_the_frozen_words_are_those_on_disk()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);
        var typing = Task.Run(async () =>
        {
            while ((await page.SendAsync()).Refused is null)
            {
                page.Append("x");
            }
        });
        await page.UntilAsync(p => p.Version > 5);

        var frozen = await FreezeAsync(room.Document.Id);
        await typing;

        Assert.Equal(frozen.Version, (await room.ChangesAsync()).Count);
        Assert.Equal(frozen.Text, await room.TextAsync());
    }

    [Fact]
    public async Task A_page_that_comes_back_gets_what_it_missed_and_sends_what_waited()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);
        await using var other = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync("Début. ");
        await other.UntilAsync(p => p.Version == 1);

        await page.Hub.StopAsync();
        page.Append("Hors ligne.");
        await other.WriteAsync("En ligne. ");
        await page.ReopenAsync();
        await page.UntilAsync(p => p.Version == 2);
        await page.SendAsync();

        await other.UntilAsync(p => p.Version == 3);
        await page.UntilAsync(p => p.Waiting == 0);
        Assert.Equal(other.Text, page.Text);
        Assert.Contains("Hors ligne.", other.Text);
    }

    [Fact]
    public async Task Where_others_are_moves_with_the_words()
    {
        var room = await RoomAsync();
        await using var page = await room.PageAsync(SpaceRole.Member);
        await using var other = await room.PageAsync(SpaceRole.Member);
        await page.WriteAsync("abcdef");
        await other.UntilAsync(p => p.Version == 1);

        await other.Hub.InvokeAsync("Cursor", room.Document.Id, 1, 4, 4);
        await page.UntilAsync(p => p.Cursors.Count > 0);

        Assert.Equal((4, 4), (page.Cursors[0].Anchor, page.Cursors[0].Head));
    }

    [Fact]
    public async Task The_text_at_each_version_rebuilt_from_the_log_is_what_was_broadcast()
    {
        var room = await RoomAsync();
        var pages = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => room.PageAsync(SpaceRole.Member)));
        await using var witness = await room.PageAsync(SpaceRole.Observer);

        await Task.WhenAll(pages.Select((page, i) => TypeAsync(page, i, 25)));
        await witness.UntilAsync(p => p.Version == 100);
        await Task.WhenAll(pages.Select(page => page.UntilAsync(p => p.Version == 100)));

        Assert.All(pages, page => Assert.Equal(witness.Text, page.Text));
        foreach (var (version, text) in witness.Seen)
        {
            Assert.Equal(text, await room.TextAsync(version));
        }
    }

    private static async Task TypeAsync(LivePage page, int seed, int changes)
    {
        var chance = new Random(seed);
        for (var i = 0; i < changes; i++)
        {
            page.Type(text =>
            {
                var at = chance.Next(text.Length + 1);
                var to = chance.Next(3) == 0 ? Math.Min(text.Length, at + 2) : at;
                return TextChange.Replace(text.Length, at, to, $"{seed}");
            });
            await page.SendAsync();
        }
    }

    private async Task EndAsync(Guid person) =>
        await product.ReadAsync(async db =>
        {
            var member = await db.Set<Member>().SingleAsync(m => m.PersonId == person);
            member.End(DateTimeOffset.UtcNow);
            return await db.SaveChangesAsync();
        });

    private async Task<KeptText> FreezeAsync(Guid documentId)
    {
        await using var scope = product.Services.CreateAsyncScope();
        return await scope
            .ServiceProvider.GetRequiredService<Documents>()
            .FreezeAsync(documentId, "Mise au vote", CancellationToken.None);
    }

    private async Task ThawAsync(Guid documentId)
    {
        await using var scope = product.Services.CreateAsyncScope();
        await scope
            .ServiceProvider.GetRequiredService<Documents>()
            .ThawAsync(documentId, CancellationToken.None);
    }

    private Task<WritingRoom> RoomAsync() => WritingRoom.OpenAsync(product);
}
