using System.Net;
using System.Net.WebSockets;
using System.Text.Json;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Testing;

/// <summary>
/// An open page on a live text, as a browser keeps it: what was typed and not yet confirmed is moved over what
/// arrives, one version at a time, and sent again after a broken line.
/// </summary>
internal sealed class LivePage : IAsyncDisposable
{
    private readonly Lock door = new();
    private readonly List<ClientChange> unconfirmed = [];
    private readonly List<(int Version, string Text)> seen = [];
    private readonly Guid documentId;
    private readonly Func<CancellationToken, Task<WebSocket>> connect;
    private int typed;

    public LivePage(Guid documentId, Func<CancellationToken, Task<WebSocket>> connect)
    {
        (this.documentId, this.connect) = (documentId, connect);
        Hub = Build();
    }

    public Guid DocumentId => documentId;

    public HubConnection Hub { get; private set; }

    public string ClientId { get; } = $"page-{Guid.NewGuid():N}";

    public string Text { get; private set; } = "";

    public int Version { get; private set; } = -1;

    public OpenedText? Opened { get; private set; }

    public string? Frozen { get; private set; }

    public bool IsRevoked { get; private set; }

    public IReadOnlyList<Peer> Peers { get; private set; } = [];

    public List<PeerCursor> Cursors { get; } = [];

    /// <summary>Every text this page saw confirmed, by version, as long as it had nothing of its own waiting.</summary>
    public IReadOnlyList<(int Version, string Text)> Seen => seen;

    public void ForgetSeen()
    {
        lock (door)
        {
            seen.Clear();
        }
    }

    public int Typed => typed;

    public int Waiting => unconfirmed.Count;

    /// <summary>How many of its own changes came back accepted.</summary>
    public int Confirmed { get; private set; }

    public async Task<Refusal?> OpenAsync()
    {
        await Hub.StartAsync();
        return await AskToOpenAsync();
    }

    public async Task<Refusal?> AskToOpenAsync()
    {
        var answer = await Hub.InvokeAsync<Answer<OpenedText>>(
            "Open",
            documentId,
            Version < 0 ? null : Version
        );
        if (answer.Value is { } opened)
        {
            lock (door)
            {
                (Opened, Frozen) = (opened, opened.Frozen);
                if (opened.Text is { } text)
                {
                    (Text, Version) = (text, opened.Version);
                }
            }
        }

        return answer.Refused;
    }

    public async Task ReopenAsync()
    {
        await Hub.DisposeAsync();
        Hub = Build();
        await OpenAsync();
    }

    /// <summary>Types here without sending.</summary>
    public void Type(Func<string, TextChange> change)
    {
        lock (door)
        {
            var made = change(Text);
            Text = made.Apply(Text);
            unconfirmed.Add(new ClientChange(ClientId, typed++, made));
        }
    }

    public void Append(string words) =>
        Type(text => TextChange.Replace(text.Length, text.Length, text.Length, words));

    /// <summary>Sends all that is unconfirmed.</summary>
    public async Task<Answer<int>> SendAsync()
    {
        (int Version, int First, object[] Changes) push;
        lock (door)
        {
            push = (
                Version,
                unconfirmed.Count == 0 ? typed : unconfirmed[0].Sequence,
                [.. unconfirmed.Select(change => (object)JsonElement.Parse(WireChange.Write(change.Change)))]
            );
        }

        return push.Changes.Length == 0
            ? new Answer<int>(push.Version, null)
            : await SendRawAsync(push.Version, ClientId, push.First, push.Changes);
    }

    public Task<Answer<int>> SendRawAsync(int baseVersion, string clientId, int first, object changes) =>
        Hub.InvokeAsync<Answer<int>>("Push", documentId, baseVersion, clientId, first, changes);

    public async Task<int> WriteAsync(string words)
    {
        Append(words);
        var answer = await SendAsync();
        return answer.Refused is null
            ? answer.Value
            : throw new InvalidOperationException($"{answer.Refused.Code}: {answer.Refused.Sentence}");
    }

    public Task UntilAsync(Func<LivePage, bool> holds, int seconds = 10) =>
        Patience.UntilAsync(() => holds(this), seconds);

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private HubConnection Build()
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<IConnectionFactory>(new SocketConnectionFactory(connect));
        builder.Services.AddSingleton<EndPoint>(new DnsEndPoint("localhost", 443));
        var hub = builder.Build();
        hub.On<Guid, int, JsonElement[]>(
            nameof(IDraftClient.Changed),
            (_, from, updates) => Receive(from, updates)
        );
        hub.On<Guid, IReadOnlyList<Peer>>(nameof(IDraftClient.Peers), (_, peers) => Peers = peers);
        hub.On<Guid, int, PeerCursor[]>(
            nameof(IDraftClient.Cursors),
            (_, _, moved) => Cursors.AddRange(moved)
        );
        hub.On<Guid, string>(nameof(IDraftClient.Frozen), (_, reason) => Frozen = reason);
        hub.On<Guid>(nameof(IDraftClient.Thawed), _ => Frozen = null);
        hub.On<Guid>(nameof(IDraftClient.Revoked), _ => IsRevoked = true);
        return hub;
    }

    private void Receive(int from, JsonElement[] updates)
    {
        lock (door)
        {
            Assert.True(Version < 0 || from == Version, $"Version {Version} was followed by {from}.");
            foreach (var update in updates)
            {
                ReceiveOne(update[0].GetString()!, Whole(WireChange.Read(update[3])));
                // Last: whoever waits for a version reads the text of that version.
                Version++;
                if (unconfirmed.Count == 0)
                {
                    seen.Add((Version, Text));
                }
            }
        }
    }

    // What a change keeps at its end is not said.
    private TextChange Whole(TextChange said)
    {
        var length = unconfirmed.Count > 0 ? unconfirmed[0].Change.Length : Text.Length;
        return said.Length == length
            ? said
            : TextChange.From([.. said.Sections, TextSection.Keep(length - said.Length)]);
    }

    private void ReceiveOne(string author, TextChange other)
    {
        if (author == ClientId)
        {
            Confirmed++;
            unconfirmed.RemoveAt(0);
        }
        else
        {
            for (var i = 0; i < unconfirmed.Count; i++)
            {
                var mine = unconfirmed[i].Change;
                unconfirmed[i] = unconfirmed[i] with { Change = mine.Map(other) };
                other = other.Map(mine, before: true);
            }

            Text = other.Apply(Text);
        }
    }
}
