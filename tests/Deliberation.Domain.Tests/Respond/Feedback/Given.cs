using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Domain.Tests.Respond.Feedback;

internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly Guid Moderator = Guid.Parse("00000000-0000-0000-0000-000000000001");
    public static readonly Guid Agent = Guid.Parse("00000000-0000-0000-0000-000000000002");
    public static readonly Guid Colleague = Guid.Parse("00000000-0000-0000-0000-000000000003");

    public static readonly Body Body = new(Guid.CreateVersion7(), "dns", "Délégation", IsFictional: false);

    public static readonly FollowCode Code = FollowCode.From([1, 2, 3, 4, 5, 6, 7, 8]);

    public static Answers Answers(string text = "La page se ferme quand je dépose un document.") =>
        new()
        {
            Mark = Mark.Bad,
            Part = Part.Documents,
            Text = MaskedText.Of(text),
        };

    public static UserFeedback Received(Answers? answers = null) =>
        UserFeedback.Receive(
            new Arrival(Guid.CreateVersion7(), "RU-2026-000001", Door.Form, "fr"),
            Code,
            answers ?? Answers(),
            Now
        );

    /// <summary>As the database gives back what was kept before the detector learnt.</summary>
    public static UserFeedback ReadByAnOlderDetector(string text)
    {
        var feedback = Received(Answers() with { Text = MaskedText.AsKept(text) });
        typeof(UserFeedback).GetProperty(nameof(UserFeedback.MaskedBy))!.SetValue(feedback, 1);
        feedback.TakeEvents();
        return feedback;
    }

    public static UserFeedback Published()
    {
        var feedback = Received();
        feedback.Publish(Moderator, Now);
        return feedback;
    }

    public static UserFeedback PassedOn()
    {
        var feedback = Published();
        feedback.PassOn(Body.Id, Moderator, Now);
        return feedback;
    }

    public static UserFeedback Withheld()
    {
        var feedback = Received();
        feedback.Withhold(WithholdingReason.OffTopic, Moderator, Now);
        return feedback;
    }

    public static UserFeedback Answered()
    {
        var feedback = PassedOn();
        feedback.Answer(Words(), Body, Agent, Now);
        return feedback;
    }

    public static UserFeedback Claimed()
    {
        var feedback = PassedOn();
        feedback.Answer(Made(), Body, Agent, Now);
        return feedback;
    }

    public static ReplyWords Words(string text = "Merci, voici pourquoi la page se ferme.") =>
        new("Équipe des retours", text, ReplyOutcome.Answer);

    public static ReplyWords Made() =>
        new(
            "Équipe des retours",
            "La page ne se ferme plus.",
            ReplyOutcome.ChangeMade,
            Evidence: "Version 4.2, note du 1er mars."
        );
}
