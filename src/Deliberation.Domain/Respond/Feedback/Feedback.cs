using Deliberation.Domain.Respond.Feedback.Masking;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>What a patient says about the health space, and everything that came of it.</summary>
public sealed partial class Feedback : Aggregate
{
    private readonly List<FeedbackStep> steps = [];
    private readonly List<FeedbackLink> links = [];
    private readonly List<Reply> replies = [];
    private readonly List<TriageStep> triage = [];

    private Feedback() { }

    public Guid Id { get; private set; }

    /// <summary>Its public name: <c>RU-2026-000123</c>; never changes, never used again.</summary>
    public string Number { get; private set; } = "";

    public DateTimeOffset ReceivedAt { get; private set; }

    /// <summary>The last time anything happened to it.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public Door Door { get; private set; }

    /// <summary>The key of the program that brought it; null when a person did.</summary>
    public Guid? BroughtBy { get; private set; }

    /// <summary>The day its author said it or wrote it, when a mediator typed it; null when its author did.</summary>
    public DateOnly? GivenOn { get; private set; }

    /// <summary>The mediator who typed it; null when its author did.</summary>
    public Guid? TypedBy => steps.Find(step => step.Stage == FeedbackStage.Received)?.By;

    /// <summary>The language it is written in: <c>fr</c> or <c>en</c>.</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>SHA-256 of the author's private code, in hexadecimal; the code itself is not kept.</summary>
    public string CodeHash { get; private set; } = "";

    public Answers Answers { get; private set; } = new();

    /// <summary>The version of the detector that read its words last.</summary>
    public int MaskedBy { get; private set; }

    /// <summary>Its words without accents or capitals, to be searched.</summary>
    public string Keywords { get; private set; } = "";

    public FeedbackStage Stage { get; private set; }

    /// <summary>Whether anyone may read it now.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>When it was first made public; null if it never was.</summary>
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The body that has to answer; null until it is passed on.</summary>
    public Guid? BodyId { get; private set; }

    /// <summary>The author's objection to the decision to withhold it.</summary>
    public MaskedText Objection { get; private set; } = MaskedText.Empty;

    /// <summary>When the author objected; null once that was decided.</summary>
    public DateTimeOffset? ContestedAt { get; private set; }

    public ClosingMark? ClosingMark { get; private set; }

    public IReadOnlyList<FeedbackStep> Steps => [.. steps.OrderBy(step => step.Position)];

    public IReadOnlyList<FeedbackLink> Links => [.. links.OrderBy(link => link.Position)];

    public IReadOnlyList<Reply> Replies => [.. replies.OrderBy(reply => reply.Position)];

    /// <summary>The reply that a second person must read; null when there is none.</summary>
    public Reply? ReplyToRead => replies.Find(reply => reply.IsAwaitingASecondReader);

    /// <exception cref="RuleBroken">No mark, no part, no words, an unknown language, choice, mediator or day.</exception>
    public static Feedback Receive(Arrival arrival, FollowCode code, Answers answers, DateTimeOffset now)
    {
        Require(
            Enum.IsDefined(answers.Mark) && Enum.IsDefined(answers.Part),
            FeedbackRules.AFeedbackHasAMark
        );
        Require(arrival.Language is "fr" or "en", FeedbackRules.AFeedbackIsInALanguageOfTheService);
        Require(answers.SaySomething, FeedbackRules.AFeedbackSaysSomething);
        Require(arrival.SaysWhoTypedIt(now), FeedbackRules.AMediatorSaysWhichDay);

        var feedback = new Feedback
        {
            Id = arrival.Id,
            Number = arrival.Number,
            Door = arrival.Door,
            BroughtBy = arrival.BroughtBy,
            GivenOn = arrival.GivenOn,
            Language = arrival.Language,
            CodeHash = HashOf(code),
            ReceivedAt = now,
            MaskedBy = PersonalData.Version,
        };
        feedback.Keep(answers);
        feedback.ReadSeverity();
        feedback.Enter(FeedbackStage.Received, now, arrival.TypedBy);
        feedback.Tell(now, new FeedbackReceived(arrival.Number, now));
        return feedback;
    }

    /// <summary>What is kept of a private code, to find the feedback again.</summary>
    public static string HashOf(FollowCode code) => ReplyWords.Fingerprint(code.Value);

    /// <summary>The same form sent twice is one feedback; with other words, it is refused rather than forgotten.</summary>
    /// <exception cref="RuleBroken">The code was used for other answers.</exception>
    public void RequireSame(Answers again) =>
        Require(
            again.Each(text => text.Settled()) == Answers.Each(text => text.Settled()),
            FeedbackRules.AFeedbackIsSentOnce
        );

    /// <summary>Ties it to a proposition it speaks of.</summary>
    /// <exception cref="RuleBroken">Not public, already linked, or no such form of reference.</exception>
    public void Link(string reference, Guid by, DateTimeOffset now)
    {
        Require(Stage.IsPublic(), FeedbackRules.OnlyAPublishedFeedbackIsLinked);
        Require(IsReference(reference), FeedbackRules.AReferenceNamesAProposition);
        Require(FindLink(reference) is null, FeedbackRules.AFeedbackIsLinkedOnce);

        links.Add(FeedbackLink.Make(links.Count + 1, reference, by, now));
        Tell(now, new FeedbackLinked(Number, reference, now));
    }

    /// <exception cref="RuleBroken">There is no such link.</exception>
    public void Unlink(string reference, Guid by, DateTimeOffset now)
    {
        Require(FindLink(reference) is not null, FeedbackRules.OnlyALinkIsUndone);

        FindLink(reference)?.Undo(by, now);
        Tell(now, new FeedbackUnlinked(Number, reference, now));
    }

    // Every verb ends here, so that two people who act at once on the same feedback cannot both succeed.
    private void Tell(DateTimeOffset now, DomainEvent happened)
    {
        ChangedAt = now;
        Record(happened);
    }

    private void Keep(Answers answers)
    {
        Answers = answers;
        Keywords = SearchableText.Of(string.Join('\n', answers.Texts.Where(text => !text.IsEmpty)));
    }

    private void Enter(
        FeedbackStage stage,
        DateTimeOffset now,
        Guid? by,
        WithholdingReason? reason = null,
        Guid? bodyId = null,
        MaskedText? because = null
    )
    {
        DecidedAt ??= stage is FeedbackStage.Published or FeedbackStage.Withheld or FeedbackStage.Spam
            ? now
            : null;
        steps.Add(FeedbackStep.Take(steps.Count + 1, stage, now, by, reason, bodyId, because));
        Stage = stage.IsPublic() ? FurthestPublicStage() : stage;
        IsPublic = Stage.IsPublic();
    }

    // A later explanation does not undo a change announced before; only another outcome does.
    private FeedbackStage FurthestPublicStage() =>
        steps
            .Select(step => step.Stage)
            .Where(stage => stage.IsPublic())
            .Aggregate((before, next) => next > before || next.IsOutcome() ? next : before);

    private FeedbackLink? FindLink(string reference) =>
        links.Find(link => link.Holds && link.Reference == reference);

    private static bool IsReference(string reference) =>
        reference.Length is >= 5 and <= 40
        && reference.All(sign => char.IsAsciiLetterUpper(sign) || char.IsAsciiDigit(sign) || sign == '-')
        && reference.Contains("-P", StringComparison.Ordinal);
}
