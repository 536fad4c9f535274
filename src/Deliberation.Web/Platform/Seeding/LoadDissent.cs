using Deliberation.Web.Platform.Seeding.Files;
using Sign = Deliberation.Web.Features.Publish.MinorityPositions.Sign;
using Write = Deliberation.Web.Features.Publish.MinorityPositions.Write;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Has members who do not share a proposition write beside it, and others sign, while the opinion is assembled.</summary>
internal sealed class LoadDissent(SeedJournal journal, SeedSchedule schedule, string slug)
{
    public void Load(OpinionNote opinion, DateTimeOffset at)
    {
        foreach (var proposition in opinion.Sections.SelectMany(section => section.Propositions))
        {
            foreach (var (index, position) in proposition.MinorityPositions.Index())
            {
                var key = $"position:{opinion.Reference}:{proposition.Number}:{index + 1}";
                var beside = LoadOpinion.KeyOf(opinion, proposition);
                schedule.At(at, () => SayAsync((key, beside), opinion.Slug, position, at));
            }
        }
    }

    private async Task SayAsync(
        (string Position, string Proposal) keys,
        string avis,
        PositionNote position,
        DateTimeOffset at
    )
    {
        Guid[] signers = [.. position.SignedBy.Select(signer => journal[$"person:{signer}"])];
        var write = new Write.Command(signers[0], slug, avis, journal[keys.Proposal], position.Text);
        var written = await journal.SendAsync(keys.Position, at, write);
        foreach (var (index, signer) in signers[1..].Index())
        {
            var sign = new Sign.Command(signer, slug, avis, written);
            await journal.SendAsync($"{keys.Position}:{signer}", at.AddMinutes(index + 1), sign);
        }
    }
}
