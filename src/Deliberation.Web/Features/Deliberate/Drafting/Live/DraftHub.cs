using System.Text.Json;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>The door of the live texts. Who is signed in comes from the session; each request is checked by the visitor.</summary>
[Authorize(Policy = Policies.SignedIn)]
internal sealed class DraftHub(Reception reception) : Hub<IDraftClient>
{
    public Task<Answer<OpenedText>> Open(Guid documentId, int? sinceVersion) =>
        reception.AnswerAsync(Context, visitor => visitor.OpenAsync(documentId, sinceVersion));

    public Task<Answer<int>> Push(
        Guid documentId,
        int baseVersion,
        string clientId,
        int firstSequence,
        JsonElement? changes
    ) =>
        reception.AnswerAsync(
            Context,
            visitor => visitor.PushAsync(documentId, baseVersion, clientId, firstSequence, changes)
        );

    /// <summary>A piece of changes too large for one message; the push that follows has none of its own.</summary>
    public Task<Answer<int>> Part(string piece) =>
        reception.AnswerAsync(Context, visitor => Task.FromResult(visitor.AddPart(piece)));

    public Task Cursor(Guid documentId, int version, int anchor, int head) =>
        Reception.VisitorOf(Context).MoveAsync(documentId, version, anchor, head);

    public void Close(Guid documentId) => Reception.VisitorOf(Context).Close(documentId);

    public override Task OnConnectedAsync() => reception.WelcomeAsync(Context);

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        Reception.VisitorOf(Context).CloseAll();
        return Task.CompletedTask;
    }
}
