using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Bench.Tracker;

/// <summary>Has some members judge each answer, and closes the window when its time is over or another answer comes.</summary>
internal sealed class VerdictStory(Chance chance, Wording words, Committee committee)
{
    private readonly List<VerdictRound> rounds = [];
    private readonly List<Verdict> given = [];
    private readonly List<Verdict> current = [];

    public IReadOnlyList<VerdictRound> Rounds => rounds;

    public IReadOnlyList<Verdict> Given => given;

    public DateTimeOffset? ClosesAt => Open?.ClosesAt;

    private VerdictRound? Open => rounds.Count > 0 && rounds[^1].ClosedAt is null ? rounds[^1] : null;

    public void Answered(Treatment treatment, bool isImported, DateTimeOffset at)
    {
        if (isImported)
        {
            return;
        }

        Close(treatment, at);
        var answer = new JudgedAnswer(treatment.Id, treatment.Reference, treatment.AnswerCount);
        var round = VerdictRound.Open(chance.Id(at), committee.Space.Id, answer, VerdictTerms.Usual, at);
        round.Tell(at);
        rounds.Add(round);
        foreach (var member in committee.Members.Where(_ => chance.Is(0.25)))
        {
            var judgement = (Judgement)(1 + chance.Below(4));
            var content = new VerdictContent(
                judgement,
                words.Sentence(),
                chance.Is(0.5) ? (Fidelity)(1 + chance.Below(5)) : null
            );
            current.Add(round.Receive(earlier: null, member, content, at.AddMilliseconds(1)));
        }
    }

    /// <returns>Whether a second answer is due from now on.</returns>
    public bool Close(Treatment treatment, DateTimeOffset at)
    {
        if (Open is not { } round)
        {
            return false;
        }

        round.Close(current, committee.Members.Count, treatment.AnswerCount > round.AnswerNumber, at);
        given.AddRange(current);
        current.Clear();
        if (round.SecondAnswerDueOn is not { } due)
        {
            return false;
        }

        treatment.OweSecondAnswer(due, round.SecondAnswerBasis, at);
        return true;
    }

    /// <summary>What was said in a window that is still open.</summary>
    public void Leave() => given.AddRange(current);
}
