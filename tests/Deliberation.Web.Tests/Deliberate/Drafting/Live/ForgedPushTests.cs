using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.AspNetCore.SignalR.Client;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>What somebody could send who does not use our pages: each is refused by name, and nothing is written.</summary>
public sealed class ForgedPushTests(Product product) : IClassFixture<Product>
{
    private const string Sound = """[[[0,"x"]]]""";

    public static TheoryData<string, string> Changes =>
        new()
        {
            { "lengths that lie", "[[5]]" },
            { "lengths below zero", """[[-1,[0,"x"]]]""" },
            { "lengths that sum below zero", """[[2147483647,2147483647,[0,"x"]]]""" },
            { "lengths past counting", "[[99999999999]]" },
            { "lengths with a fraction", """[[0.5,[0,"x"]]]""" },
            { "nothing kept", """[[0,[0,"x"]]]""" },
            { "half a character", """[[[0,"\ud83d"]]]""" },
            { "the other half", """[[[0,"\ude00x"]]]""" },
            { "a carriage return", """[[[0,"a\rb"]]]""" },
            { "a character no database keeps", """[[[0,"\u0000"]]]""" },
            { "not a change", """[{"from":0}]""" },
            { "words where a length stands", """[[["x","x"]]]""" },
            { "a figure where words stand", "[[[0,7]]]" },
            { "an empty section", "[[[]]]" },
            { "a second change that does not follow", """[[[0,"x"]],[[0,"y"]]]""" },
            { "no list", "\"x\"" },
            { "no change at all", "[]" },
            { "nothing", "null" },
        };

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task A_change_that_is_not_one_is_refused_whole(string attack, string changes)
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        using var forger = await ForgerAsync(room);

        var answer = await PushAsync(forger, room, changes);

        Assert.True(answer.Code == DraftingRules.AChangeFitsItsText.Code, $"{attack}: {answer.Code}");
        Assert.Empty(await room.ChangesAsync());
        Assert.Equal(1, await page.WriteAsync("La page sert encore."));
    }

    [Theory]
    [InlineData(9, "page-forgee", 0, "drafting.malformed")]
    [InlineData(-1, "page-forgee", 0, "drafting.malformed")]
    [InlineData(int.MinValue, "page-forgee", 0, "drafting.malformed")]
    [InlineData(0, "page-forgee", 1, "drafting.out-of-order")]
    [InlineData(0, "page-forgee", -1, "drafting.out-of-order")]
    [InlineData(0, "page-forgee", int.MaxValue, "drafting.out-of-order")]
    [InlineData(0, "court", 0, "drafting.malformed")]
    [InlineData(0, "a\\\",\\\"d\\\":[]}", 0, "drafting.malformed")]
    public async Task A_place_in_the_text_or_a_page_that_cannot_be_is_refused(
        int version,
        string page,
        int first,
        string code
    )
    {
        var room = await WritingRoom.OpenAsync(product);
        using var forger = await ForgerAsync(room);

        var answer = await PushAsync(forger, room, Sound, version, page, first);

        Assert.Equal(code, answer.Code);
        Assert.Empty(await room.ChangesAsync());
        Assert.Equal(1, (await PushAsync(forger, room, Sound)).Version);
    }

    [Fact]
    public async Task A_change_is_attributed_to_who_is_signed_in_whatever_the_message_claims()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var samira = await room.PageAsync(SpaceRole.Member);
        await using var thief = await room.PageAsync(SpaceRole.Member);
        await samira.WriteAsync("À moi.");

        var stolen = await thief.SendRawAsync(1, samira.ClientId, 1, JsonElement.Parse("[[[6]]]"));
        await thief.UntilAsync(page => page.Version == 1);
        await thief.WriteAsync("À lui.");
        await samira.UntilAsync(page => page.Version == 2);

        Assert.Equal(DraftingRules.AHandIsOnePerson.Code, stolen.Refused?.Code);
        Assert.Equal(room.People, (await room.ChangesAsync()).Select(change => change.AuthorId));
        Assert.Equal(3, await samira.WriteAsync(" Encore."));
    }

    [Fact]
    public async Task A_text_that_was_not_opened_or_is_elsewhere_accepts_nothing()
    {
        var (here, there) = (await WritingRoom.OpenAsync(product), await WritingRoom.OpenAsync(product));
        using var forger = await ForgerAsync(here);

        var opened = await forger.AskAsync("Open", $"\"{there.Document.Id}\",null");
        var answer = await PushAsync(forger, there, Sound);

        Assert.Equal(DraftingRules.MembersReadDrafts.Code, Read(opened).Code);
        Assert.Equal(DraftingRules.MembersReadDrafts.Code, answer.Code);
        Assert.Empty(await there.ChangesAsync());
    }

    [Fact]
    public async Task Pushes_repeated_and_out_of_order_are_written_once_and_in_order()
    {
        var room = await WritingRoom.OpenAsync(product);
        using var forger = await ForgerAsync(room);
        string[] pushes = ["""[[[0,"a"]]]""", """[[1,[0,"b"]]]""", """[[2,[0,"c"]]]"""];

        int[] order = [0, 2, 1, 0, 2, 1, 2];
        foreach (var i in order)
        {
            await PushAsync(forger, room, pushes[i], i == 0 ? 0 : 1, first: i);
        }

        var kept = await room.ChangesAsync();
        Assert.Equal(Enumerable.Range(0, kept.Count), kept.Select(change => change.Sequence));
        Assert.StartsWith("ab", await room.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{not json}")]
    [InlineData("""{"type":1,"target":"Push","arguments":[""")]
    [InlineData("[]")]
    public async Task What_is_not_a_message_closes_that_line_only(string message)
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        using var forger = await ForgerAsync(room);

        await forger.SendAsync(message + '\u001e');
        await forger.ClosesAsync();

        Assert.Equal(1, await page.WriteAsync("Rien vu."));
    }

    [Theory]
    [InlineData("Push", "\"not-an-id\",0,\"page-forgee\",0,[]")]
    [InlineData("Push", "7")]
    [InlineData("Push", "")]
    [InlineData("Open", "null,null")]
    [InlineData("Part", "{}")]
    [InlineData("PushAsync", "")]
    [InlineData("Dispose", "")]
    [InlineData("OnConnectedAsync", "")]
    public async Task A_call_that_does_not_exist_gets_an_error_and_the_line_stays(string method, string with)
    {
        var room = await WritingRoom.OpenAsync(product);
        using var forger = await ForgerAsync(room);

        var answer = await forger.AskAsync(method, with);

        Assert.True(answer.TryGetProperty("error", out _), $"{answer}");
        Assert.Equal(1, (await PushAsync(forger, room, Sound)).Version);
    }

    [Fact]
    public async Task A_frame_cut_in_the_middle_writes_nothing()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        var forger = await ForgerAsync(room);

        var whole = RawLine.Invocation("Push", Arguments(room, Sound, 0, "page-forgee", 0), "1");
        await forger.SendAsync(whole[..(whole.Length / 2)]);
        forger.Dispose();

        Assert.Equal(1, await page.WriteAsync("Seule."));
        Assert.Equal("Seule.", await room.TextAsync());
    }

    [Fact]
    public async Task Ten_megabytes_close_that_line_only()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);
        using var forger = await ForgerAsync(room);

        var flood = Record.ExceptionAsync(() => forger.SendAsync(new string('x', 10_000_000)));
        await forger.ClosesAsync();
        await flood;

        Assert.Equal(1, await page.WriteAsync("Toujours là."));
    }

    [Fact]
    public async Task A_page_that_sends_a_thousand_pushes_at_once_slows_nobody()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var flood = await room.PageAsync(SpaceRole.Member);
        await using var samira = await room.PageAsync(SpaceRole.Member);

        var sent = Enumerable
            .Range(0, 1_000)
            .Select(_ => flood.SendRawAsync(0, flood.ClientId, 0, JsonElement.Parse(Sound)))
            .ToList();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(await samira.WriteAsync("Tranquille.") > 0);
        var waited = clock.Elapsed;
        var answers = await Task.WhenAll(sent);

        Assert.True(waited < TimeSpan.FromSeconds(2), $"{waited}");
        Assert.Contains(answers, answer => answer.Refused?.Code == DraftingRules.APageAsksAtAHumanPace.Code);
        Assert.Equal(2, (await room.ChangesAsync()).Count);
    }

    [Fact]
    public async Task A_large_change_travels_in_pieces_and_one_too_large_does_not()
    {
        var room = await WritingRoom.OpenAsync(product);
        await using var page = await room.PageAsync(SpaceRole.Member);

        var kept = await PasteAsync(page, new string('é', 60_000), "page-first");
        var refused = await PasteAsync(page, new string('é', TextChange.LongestText + 1), "page-second");

        Assert.Equal(1, kept.Value);
        Assert.Equal(60_000, (await room.TextAsync()).Length);
        Assert.Equal(DraftingRules.ATextHasALimit.Code, refused.Refused?.Code);
    }

    [Fact]
    public async Task Pieces_that_never_end_or_make_no_change_are_refused_and_forgotten()
    {
        var room = await WritingRoom.OpenAsync(product);
        using var forger = await ForgerAsync(room);
        var piece = $"\"{new string('[', 20_000)}\"";

        JsonElement last = default;
        for (var i = 0; i < 31; i++)
        {
            last = await forger.AskAsync("Part", piece);
        }

        var without = await PushAsync(forger, room, "null");
        Assert.Equal(DraftingRules.ATextHasALimit.Code, Read(last).Code);
        Assert.Equal(DraftingRules.AChangeFitsItsText.Code, without.Code);
        Assert.Equal(1, (await PushAsync(forger, room, Sound)).Version);
    }

    private async Task<RawLine> ForgerAsync(WritingRoom room)
    {
        var line = await RawLine.OpenAsync(
            product,
            Features.Deliberate.Drafting.DraftingSetup.HubAddress,
            await room.WelcomeAsync()
        );
        await line.AskAsync("Open", $"\"{room.Document.Id}\",null");
        return line;
    }

    private static async Task<(string? Code, int? Version)> PushAsync(
        RawLine line,
        WritingRoom room,
        string changes,
        int version = 0,
        string page = "page-forgee",
        int first = 0
    ) => Read(await line.AskAsync("Push", Arguments(room, changes, version, page, first)));

    private static string Arguments(WritingRoom room, string changes, int version, string page, int first) =>
        $"\"{room.Document.Id}\",{version},\"{page}\",{first},{changes}";

    private static (string? Code, int? Version) Read(JsonElement answer)
    {
        var result = answer.GetProperty("result");
        var refused = result.GetProperty("refused");
        return refused.ValueKind == JsonValueKind.Null
            ? (null, result.GetProperty("value").GetInt32())
            : (refused.GetProperty("code").GetString(), null);
    }

    private static async Task<Answer<int>> PasteAsync(LivePage page, string words, string clientId)
    {
        var (version, length) = (Math.Max(0, page.Version), page.Text.Length);
        var json = $"[[{(length > 0 ? $"{length}," : "")}[0,\"{words}\"]]]";
        foreach (var piece in json.Chunk(4_000))
        {
            await page.Hub.InvokeAsync<object>("Part", new string(piece));
        }

        return await page.SendRawAsync(version, clientId, 0, null!);
    }
}
