using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Feedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Bench.Tracker;

/// <summary>Draws what patients say and plays what becomes of it: moderation, links to propositions, replies.</summary>
internal sealed class FeedbackStory
{
    private const int DistinctTexts = 20_000;

    private static readonly string[] Departements =
    [
        "01",
        "13",
        "2A",
        "29",
        "35",
        "59",
        "69",
        "75",
        "93",
        "974",
    ];

    private readonly Chance chance;
    private readonly Wording words;
    private readonly Stage stage;
    private readonly DateTimeOffset end;
    private readonly IReadOnlyList<(string Reference, DateTimeOffset OpenedAt)> propositions;
    private readonly List<MaskedText> texts;
    private DateTimeOffset at;

    /// <param name="propositions">What a feedback may be linked to, the first published first.</param>
    public FeedbackStory(
        Chance chance,
        Stage stage,
        IReadOnlyList<(string Reference, DateTimeOffset OpenedAt)> propositions,
        DateTimeOffset end
    )
    {
        (this.chance, this.stage, this.propositions, this.end) = (chance, stage, propositions, end);
        words = new Wording(chance);
        texts = [.. Enumerable.Range(0, DistinctTexts).Select(_ => MaskedText.Of(words.Few(1, 4)))];
    }

    public int Saves { get; private set; }

    public Feedback Play(string number, DateTimeOffset receivedAt)
    {
        (at, Saves) = (receivedAt, 1);
        var feedback = Feedback.Receive(
            new Arrival(chance.Id(at), number, Door.Form, chance.Is(0.97) ? "fr" : "en"),
            FollowCode.From(chance.Bytes(FollowCode.Bytes)),
            Answers(),
            at
        );
        if (Passes(hours: 96))
        {
            Moderate(feedback);
        }

        return feedback;
    }

    private void Moderate(Feedback feedback)
    {
        var fate = chance.Share;
        if (fate < 0.04)
        {
            Do(() => feedback.MarkAsSpam(stage.Moderator, at));
        }
        else if (fate < 0.09)
        {
            Do(() => feedback.Withhold((WithholdingReason)(1 + chance.Below(6)), stage.Moderator, at));
        }
        else
        {
            Do(() => feedback.Publish(stage.Moderator, at));
            Follow(feedback);
        }
    }

    private void Follow(Feedback feedback)
    {
        if (chance.Is(0.15) && Proposition() is { } reference)
        {
            Do(() => feedback.Link(reference, stage.Moderator, at));
        }

        if (chance.Is(0.4) && Passes(hours: 240))
        {
            var place = chance.Below(stage.Bodies.Count);
            Do(() => feedback.PassOn(stage.Bodies[place].Id, stage.Moderator, at));
            if (chance.Is(0.7) && Passes(hours: 900))
            {
                Reply(feedback, stage.Bodies[place], stage.Agents[place]);
            }
        }

        if (chance.Is(0.01) && Passes(hours: 2_000))
        {
            Do(() => feedback.Withdraw(at));
        }
    }

    private void Reply(Feedback feedback, Body body, Guid agent)
    {
        var outcome = (ReplyOutcome)(1 + chance.Below(4));
        var planned = DateOnly.FromDateTime(at.UtcDateTime).AddDays(60 + chance.Below(300));
        var reply = new ReplyWords(
            "Équipe des retours d’usagers",
            words.Few(1, 3),
            outcome,
            outcome == ReplyOutcome.ChangePlanned ? planned : null,
            outcome == ReplyOutcome.ChangeMade ? "Note de version publiée sur le site." : null
        );
        Do(() => feedback.Answer(reply, body, agent, at));
        if (feedback.ReplyToRead is not null && Passes(hours: 96))
        {
            // Read by the second person of the office.
            Do(() => feedback.Confirm(body, stage.Moderator, at));
        }
    }

    private void Do(Action verb)
    {
        verb();
        Saves++;
    }

    /// <summary>Some time goes by; false when that would be after the end.</summary>
    private bool Passes(int hours)
    {
        var later = chance.Between(at.AddHours(1), at.AddHours(hours));
        if (later >= end)
        {
            return false;
        }

        at = later;
        return true;
    }

    /// <summary>A few propositions are spoken of much, most of them little.</summary>
    private string? Proposition()
    {
        var (reference, openedAt) = propositions[(int)(Math.Pow(chance.Share, 3) * propositions.Count)];
        return openedAt < at ? reference : null;
    }

    private Answers Answers() =>
        new()
        {
            Mark = (Mark)(1 + chance.Below(5)),
            Part = (Part)(1 + chance.Below(8)),
            Text = chance.Of(texts),
            Hard = chance.Is(0.3) ? chance.Of(texts) : MaskedText.Empty,
            Suggestion = chance.Is(0.2) ? chance.Of(texts) : MaskedText.Empty,
            Contact = chance.Is(0.5) ? (Contact)(1 + chance.Below(3)) : null,
            AgeBand = chance.Is(0.5) ? (AgeBand)(1 + chance.Below(6)) : null,
            Departement = chance.Is(0.4) ? chance.Of(Departements) : null,
        };
}
