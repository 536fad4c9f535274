using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Web.Platform.Seeding.Files;
using Close = Deliberation.Web.Features.Deliberate.Ballots.Close;
using Open = Deliberation.Web.Features.Deliberate.Ballots.Open;
using Prepare = Deliberation.Web.Features.Deliberate.Ballots.Prepare;
using Vote = Deliberation.Web.Features.Deliberate.Ballots.Vote;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Has proposals voted as members would: prepared, opened, one vote a person, closed.</summary>
internal sealed class LoadVotes(SeedJournal journal, SeedSchedule schedule, string slug, Guid by)
{
    private const int HalfOfElectors = 50;

    /// <summary>A vote that took place and was closed.</summary>
    public void Decide(string proposal, VoteNote vote, IReadOnlyList<string> voters, DateTimeOffset at)
    {
        var choices = Enumerable
            .Repeat(Choice.For, vote.For)
            .Concat(Enumerable.Repeat(Choice.Against, vote.Against))
            .Concat(Enumerable.Repeat(Choice.Abstain, vote.Abstain))
            .ToList();
        var terms = new BallotTerms(Enum.Parse<DecisionRule>(vote.Rule), HalfOfElectors, ClosesAt: null);
        Hold(proposal, terms, [.. voters.Zip(choices)], at);
        var closing = at.AddHours(3);
        schedule.At(
            closing,
            () =>
                journal.SendAsync(
                    $"{proposal}:closed",
                    closing,
                    new Close.Command(by, slug, journal[$"{proposal}:ballot"])
                )
        );
    }

    /// <summary>A vote that is going on.</summary>
    public void Begin(string proposal, BallotNote ballot, IReadOnlyList<string> voters, DateTimeOffset at)
    {
        var terms = new BallotTerms(
            Enum.Parse<DecisionRule>(ballot.Rule),
            HalfOfElectors,
            journal.Day(ballot.ClosesDay)
        );
        Hold(proposal, terms, [.. voters.Take(ballot.VotesCast).Select((voter, i) => (voter, Cast(i)))], at);
    }

    private static Choice Cast(int index) =>
        index switch
        {
            3 => Choice.Against,
            6 => Choice.Abstain,
            _ => Choice.For,
        };

    private void Hold(
        string proposal,
        BallotTerms terms,
        IReadOnlyList<(string Voter, Choice Choice)> votes,
        DateTimeOffset at
    ) =>
        schedule.At(
            at,
            async () =>
            {
                var prepare = new Prepare.Command(by, slug, journal[proposal], terms);
                var ballot = await journal.SendAsync($"{proposal}:ballot", at, prepare);
                await journal.SendAsync(
                    $"{proposal}:opened",
                    at,
                    new Open.Command(by, slug, ballot, Read: null)
                );
                // One step for the whole box: steps are kept with their time, votes must not be.
                await journal.OnceAsync(
                    $"{proposal}:voted",
                    at.AddHours(1),
                    async services =>
                    {
                        var mediator = services.GetRequiredService<MediatR.IMediator>();
                        foreach (var (voter, choice) in votes)
                        {
                            await mediator.Send(new Vote.Command(journal[voter], slug, ballot, choice));
                        }

                        return ballot;
                    }
                );
            }
        );
}
