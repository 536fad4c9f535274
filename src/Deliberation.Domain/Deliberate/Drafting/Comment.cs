using static Deliberation.Domain.Deliberate.Drafting.CommentRules;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>An answer to a comment.</summary>
/// <param name="Number">Its place in the discussion, from 1.</param>
public sealed record Reply(int Number, Guid By, string Words, DateTimeOffset At);

/// <summary>Someone whose name was called in a discussion.</summary>
public sealed record Mention(Guid PersonId);

/// <summary>A remark on a text or on words of it, and the discussion that follows, until it is settled.</summary>
public sealed class Comment : Aggregate
{
    private const int MostReplies = 200;

    private readonly List<Reply> replies = [];
    private readonly List<Mention> mentions = [];

    private Comment() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public Guid DocumentId { get; private set; }

    /// <summary>Where its words are; null when it is about the whole text.</summary>
    public Anchor? Anchor { get; private set; }

    /// <summary>The words it was written on, as they were; empty when it is about the whole text.</summary>
    public string Quote { get; private set; } = "";

    public string Words { get; private set; } = "";

    public Guid WrittenBy { get; private set; }

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>When it was settled; null while it is discussed.</summary>
    public DateTimeOffset? ResolvedAt { get; private set; }

    public Guid? ResolvedBy { get; private set; }

    public bool IsResolved => ResolvedAt is not null;

    public IReadOnlyList<Reply> Replies => [.. replies.OrderBy(reply => reply.Number)];

    public IReadOnlyList<Mention> Mentions => mentions;

    /// <param name="anchor">Null when it is about the whole text.</param>
    /// <param name="quote">The words at the anchor.</param>
    /// <exception cref="RuleBroken">Nothing is said, or too much.</exception>
    public static Comment Write(
        Guid id,
        Document text,
        Anchor? anchor,
        string quote,
        string words,
        Guid by,
        DateTimeOffset now
    )
    {
        Require(IsShort(words), ACommentIsShort);

        var comment = new Comment
        {
            Id = id,
            SpaceId = text.SpaceId,
            DocumentId = text.Id,
            Anchor = anchor,
            Quote = anchor is null ? "" : quote,
            Words = words.Trim(),
            WrittenBy = by,
            WrittenAt = now,
        };
        comment.Record(new CommentWritten(id, text.Id, by, now));
        return comment;
    }

    /// <exception cref="RuleBroken">Nothing is said or too much, or the discussion is closed or full.</exception>
    public void Answer(string words, Guid by, DateTimeOffset now)
    {
        Require(!IsResolved, AClosedDiscussionIsReopenedFirst);
        Require(IsShort(words), ACommentIsShort);
        Require(replies.Count < MostReplies, ADiscussionHasALimit);

        replies.Add(new Reply(replies.Count + 1, by, words.Trim(), now));
        Record(new CommentAnswered(Id, DocumentId, by, now));
    }

    /// <summary>Calls people by name: they find the discussion when they come in.</summary>
    /// <returns>Those who had not been called before.</returns>
    public IReadOnlyList<Guid> Call(IEnumerable<Guid> people)
    {
        var called = people
            .Where(person => mentions.TrueForAll(m => m.PersonId != person))
            .Distinct()
            .ToList();
        mentions.AddRange(called.Select(person => new Mention(person)));
        return called;
    }

    /// <exception cref="RuleBroken">The discussion is closed already.</exception>
    public void Resolve(Guid by, DateTimeOffset now)
    {
        Require(!IsResolved, AClosedDiscussionIsReopenedFirst);

        (ResolvedAt, ResolvedBy) = (now, by);
        Record(new CommentResolved(Id, DocumentId, by, now));
    }

    /// <exception cref="RuleBroken">The discussion is not closed.</exception>
    public void Reopen(Guid by, DateTimeOffset now)
    {
        Require(IsResolved, OnlyAClosedDiscussionReopens);

        (ResolvedAt, ResolvedBy) = (null, null);
        Record(new CommentReopened(Id, DocumentId, by, now));
    }

    /// <summary>Its words moved on with the text.</summary>
    public void MoveTo(Anchor anchor) => Anchor = anchor;

    /// <summary>Its words went on to another text, and it goes with them.</summary>
    /// <exception cref="RuleBroken">The other text belongs to another space.</exception>
    public void GoWith(Document text, Anchor anchor, DateTimeOffset now)
    {
        Require(text.SpaceId == SpaceId, ProposalRules.ATextStaysInItsSpace);

        var from = DocumentId;
        (DocumentId, Anchor) = (text.Id, anchor);
        Record(new CommentMoved(Id, from, text.Id, now));
    }

    private static bool IsShort(string words) => words.Trim().Length is >= 1 and <= 2_000;
}
