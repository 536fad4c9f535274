using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>One connection of a signed-in person, with the texts it has open; every request is checked here.</summary>
internal sealed partial class Visitor(
    Guid person,
    IDraftClient client,
    Line line,
    CancellationToken gone,
    LiveDocuments documents,
    LiveParts parts,
    ILogger<Visitor> log
)
{
    private readonly ConcurrentDictionary<Guid, OpenText> texts = new();
    private readonly StringBuilder received = new();
    private readonly Allowance pushes = new(
        parts.Limits.PushesPerSecond,
        parts.Limits.PushesAtOnce,
        TimeProvider.System
    );

    /// <summary>Joins a text. What it answers is on disk; what comes later is sent by itself.</summary>
    public async Task<OpenedText> OpenAsync(Guid documentId, int? since)
    {
        Require(texts.Count < parts.Limits.OpenTexts && pushes.Spend(), DraftingRules.APageAsksAtAHumanPace);
        Close(documentId);
        var lease = await documents.HoldAsync(documentId, gone) ?? throw NotAMember();
        try
        {
            var place = await PlaceAsync(lease.Document);
            var (text, frozen) = await lease.Document.ReadAsync(gone);
            var isKnown = since >= 0 && since <= text.Version;
            var from = isKnown ? since.GetValueOrDefault() : text.Version;
            Follow(lease, new Reader(lease.Document, person, place.Name, client, line, from));

            return new OpenedText(
                from,
                isKnown ? null : text.Text,
                place.Role.Writes(),
                frozen,
                lease.Document.Audience.NumberOf(person)
            );
        }
        catch
        {
            lease.Dispose();
            throw;
        }
    }

    public async Task<int> PushAsync(
        Guid documentId,
        int baseVersion,
        string clientId,
        int firstSequence,
        JsonElement? changes
    )
    {
        var hand = parts.Allowances.Of(person);
        Require(pushes.Spend() && hand.Push(), DraftingRules.APageAsksAtAHumanPace);
        var document = Opened(documentId).Lease.Document;
        var place = await PlaceAsync(document);
        Require(place.Role.Writes(), DraftingRules.OnlyWritersWrite);
        Require(IsClientId(clientId) && baseVersion >= 0, DraftingRules.AChangeFitsItsText);

        var sent = changes is { } json ? Read(json) : ReadParts();
        Require(hand.Write(sent.Sum(change => change.Written)), DraftingRules.APageAsksAtAHumanPace);
        ClientChange[] numbered =
        [
            .. sent.Select((change, i) => new ClientChange(clientId, firstSequence + i, change)),
        ];
        return await document.PushAsync(new Push(person, baseVersion, numbered), gone);
    }

    /// <summary>Gathers the pieces of changes too large for one message.</summary>
    public int AddPart(string piece)
    {
        if (parts.Limits.PartsLength < received.Length + (piece?.Length ?? 0))
        {
            received.Clear();
            throw new RuleBroken(DraftingRules.ATextHasALimit);
        }

        return received.Append(piece).Length;
    }

    /// <summary>However fast a cursor moves, others are told a few times a second: only its last place is remembered.</summary>
    public async Task MoveAsync(Guid documentId, int version, int anchor, int head)
    {
        var (lease, reader) = Opened(documentId);
        await PlaceAsync(lease.Document);
        lease.Document.Audience.MoveCursor(reader, version, anchor, head);
    }

    public void Close(Guid documentId)
    {
        if (texts.TryRemove(documentId, out var text))
        {
            text.Lease.Document.Audience.Leave(text.Reader);
            text.Reader.Stop();
            text.Lease.Dispose();
        }
    }

    public void CloseAll()
    {
        foreach (var documentId in texts.Keys)
        {
            Close(documentId);
        }
    }

    /// <summary>Letters, figures, dash and underscore: it is quoted to other pages as it is.</summary>
    public static bool IsClientId(string? clientId) =>
        clientId?.Length is >= 8 and <= 40
        && clientId.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    private List<TextChange> ReadParts()
    {
        var text = received.ToString();
        received.Clear();
        try
        {
            using var json = JsonDocument.Parse(text);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            throw new RuleBroken(DraftingRules.AChangeFitsItsText);
        }
    }

    private List<TextChange> Read(JsonElement changes)
    {
        Require(
            changes.ValueKind == JsonValueKind.Array
                && changes.GetArrayLength() > 0
                && changes.GetArrayLength() <= parts.Limits.ChangesPerPush,
            DraftingRules.AChangeFitsItsText
        );

        return [.. changes.EnumerateArray().Select(WireChange.Read)];
    }

    private void Follow(Lease lease, Reader reader)
    {
        texts[lease.Document.Id] = new OpenText(lease, reader);
        lease.Document.Audience.Join(reader);
        _ = SendAsync(lease.Document.Id, reader);
    }

    private async Task SendAsync(Guid documentId, Reader reader)
    {
        try
        {
            await reader.RunAsync(parts, gone);
        }
        catch (OperationCanceledException)
        {
            // The connection is closed.
        }
        catch (Exception failure)
        {
            LogFailure(failure);
            await client.Revoked(documentId);
        }
        finally
        {
            CloseIfStill(documentId, reader);
        }
    }

    private void CloseIfStill(Guid documentId, Reader reader)
    {
        if (texts.TryGetValue(documentId, out var text) && text.Reader == reader)
        {
            Close(documentId);
        }
    }

    private OpenText Opened(Guid documentId) =>
        texts.TryGetValue(documentId, out var text) ? text : throw NotAMember();

    private async ValueTask<Place> PlaceAsync(LiveDocument document) =>
        await parts.Standing.InAsync(document.SpaceId, person) ?? throw NotAMember();

    // The same whether the text exists or not: a stranger learns nothing.
    private static RuleBroken NotAMember() => new(DraftingRules.MembersReadDrafts);

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }

    [LoggerMessage(LogLevel.Error, "Sending to an open page failed; it is told to open the text again.")]
    private partial void LogFailure(Exception failure);

    private sealed record OpenText(Lease Lease, Reader Reader);
}
