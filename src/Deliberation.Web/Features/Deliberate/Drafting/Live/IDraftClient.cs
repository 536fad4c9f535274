namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>What an open page is told. Changes are told only once they are on disk.</summary>
public interface IDraftClient
{
    /// <summary>The changes that follow <paramref name="fromVersion"/>, the page's own too: so it knows they were accepted.</summary>
    Task Changed(Guid documentId, int fromVersion, IReadOnlyList<RawUpdate> updates);

    Task Peers(Guid documentId, IReadOnlyList<Peer> peers);

    /// <summary>Where others are, in the text at <paramref name="version"/>; only those who moved.</summary>
    Task Cursors(Guid documentId, int version, IReadOnlyList<PeerCursor> cursors);

    Task Frozen(Guid documentId, string reason);

    Task Thawed(Guid documentId);

    /// <summary>A discussion in the margin of the text began, went on, ended or began again.</summary>
    Task Commented(Guid documentId);

    /// <summary>An amendment to the text was proposed or decided.</summary>
    Task Amended(Guid documentId);

    /// <summary>The page may no longer read this text.</summary>
    Task Revoked(Guid documentId);
}

/// <summary>Someone who is here.</summary>
/// <param name="Number">Their number in this text, as updates and cursors give it.</param>
/// <param name="Name">The name they chose.</param>
/// <param name="Hand">From 1 to 8: which colour and pattern is theirs.</param>
/// <param name="Pages">Their open pages; none when they are on another node, whose cursors are not told.</param>
public sealed record Peer(int Number, string Name, int Hand, IReadOnlyList<int> Pages);

/// <param name="Page">One of a person's open pages.</param>
/// <param name="Number">Whose.</param>
/// <param name="Anchor">Where the selection began, in UTF-16 units.</param>
/// <param name="Head">Where the cursor is.</param>
public sealed record PeerCursor(int Page, int Number, int Anchor, int Head);

/// <summary>What opening a text answers.</summary>
/// <param name="Version">The version of <paramref name="Text"/>, or the one asked for when what follows is sent after.</param>
/// <param name="Text">The whole text; null when the page already has a version.</param>
/// <param name="MayWrite">Whether this person may change texts of this space.</param>
/// <param name="Frozen">Why the text may not be changed at present; null when it may.</param>
/// <param name="Me">This person's number in this text.</param>
public sealed record OpenedText(int Version, string? Text, bool MayWrite, string? Frozen, int Me);

/// <summary>What was refused: a stable code, and a sentence in the reader's language.</summary>
public sealed record Refusal(string Code, string Sentence);

/// <summary>A value, or why there is none.</summary>
public sealed record Answer<T>(T? Value, Refusal? Refused);
