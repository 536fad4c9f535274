using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Protocol;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Something to tell many open pages, put into bytes once.</summary>
internal sealed class Message
{
    private Message(HubMessage message) => Shared = new SerializedHubMessage(message);

    public SerializedHubMessage Shared { get; }

    public static Message Of(string method, params object?[] arguments) =>
        new(new InvocationMessage(method, arguments));
}

/// <summary>The changes from one version to another, in one message.</summary>
internal sealed record Parcel(int From, int To, Message Message)
{
    public static Parcel Of(Guid documentId, int from, IReadOnlyList<RawUpdate> updates) =>
        new(from, from + updates.Count, Message.Of(nameof(IDraftClient.Changed), documentId, from, updates));
}
