namespace Deliberation.Domain.Respond.Following;

/// <summary>
/// An address that asked, without an account, to be told of answers. Nothing is sent to it before it has confirmed,
/// and one act ends it.
/// </summary>
public sealed class Subscription : Aggregate
{
    /// <summary>How long the link of the first letter serves; the address is then forgotten.</summary>
    public static readonly TimeSpan TimeToConfirm = TimeSpan.FromDays(2);

    /// <summary>Answers closer together than this travel in one letter.</summary>
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan Week = TimeSpan.FromDays(7);
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private Subscription() { }

    public Guid Id { get; private set; }

    public SubscriptionTopic Topic { get; private set; }

    /// <summary>The opinion, treatment or body; empty for late answers.</summary>
    public Guid TopicId { get; private set; }

    public string Email { get; private set; } = "";

    /// <summary>The language letters are written in: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "fr";

    public Rhythm Rhythm { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Null until the address has confirmed.</summary>
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>What happened up to this moment was told, or came before.</summary>
    public DateTimeOffset ToldUpTo { get; private set; }

    /// <summary>When the latest thing to tell happened; null when there is nothing.</summary>
    public DateTimeOffset? NewsAt { get; private set; }

    /// <summary>No letter before this moment.</summary>
    public DateTimeOffset NextLetterFrom { get; private set; }

    public static Subscription Ask(Guid id, Followed topic, Reader reader, DateTimeOffset now) =>
        new()
        {
            Id = id,
            Topic = topic.Topic,
            TopicId = topic.Id,
            Email = reader.Email,
            Language = reader.Language,
            Rhythm = reader.Rhythm,
            RequestedAt = now,
            ToldUpTo = now,
            NextLetterFrom = now,
        };

    /// <summary>The address says that it asked. Saying it twice changes nothing.</summary>
    /// <exception cref="RuleBroken">Two days have passed.</exception>
    public void Confirm(DateTimeOffset now)
    {
        if (ConfirmedAt is not null)
        {
            return;
        }

        Require(now <= RequestedAt + TimeToConfirm, SubscriptionRules.ASubscriptionIsConfirmedInTime);
        ConfirmedAt = ToldUpTo = NextLetterFrom = now;
        NewsAt = NextLook(now);
    }

    /// <summary>May a letter leave now? Not while answers are still coming one after another.</summary>
    public bool IsDue(DateTimeOffset now) =>
        ConfirmedAt is not null && NewsAt <= now - Quiet && NextLetterFrom <= now;

    /// <summary>What happened up to the latest news was looked at, and told if there was anything.</summary>
    public void Looked(bool wrote, DateTimeOffset now)
    {
        ToldUpTo = NewsAt ?? ToldUpTo;
        NewsAt = NextLook(now);
        NextLetterFrom = wrote && Rhythm == Rhythm.Weekly ? now + Week : NextLetterFrom;
    }

    // An answer makes itself heard; a silence must be looked for.
    private DateTimeOffset? NextLook(DateTimeOffset now) =>
        Topic == SubscriptionTopic.LateAnswers ? now + Day : null;
}

/// <summary>What a subscription is about.</summary>
/// <param name="Topic">The kind.</param>
/// <param name="Id">Which one; empty for late answers.</param>
public sealed record Followed(SubscriptionTopic Topic, Guid Id);

/// <summary>Who asks.</summary>
/// <param name="Email">Where letters go.</param>
/// <param name="Language"><c>fr</c> or <c>en</c>.</param>
/// <param name="Rhythm">How often.</param>
public sealed record Reader(string Email, string Language, Rhythm Rhythm);
