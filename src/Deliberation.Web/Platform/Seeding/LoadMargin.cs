using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Amendments;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>What is said in the margin of a proposal: discussions on its words, and amendments to them.</summary>
internal sealed class LoadMargin(SeedJournal journal, SeedSchedule schedule)
{
    public void Load(string key, ProposalNote proposal, DateTimeOffset at) =>
        schedule.At(
            at,
            async () =>
            {
                foreach (var (index, remark) in proposal.Remarks.Index())
                {
                    await SayAsync(key, $"{key}:remark:{index}", remark, at.AddMinutes(30 * index));
                }

                foreach (var (index, amendment) in proposal.Amendments.Index())
                {
                    await AmendAsync(key, $"{key}:amendment:{index}", amendment, at.AddMinutes(30 * index));
                }
            }
        );

    private async Task SayAsync(string key, string step, RemarkNote remark, DateTimeOffset at)
    {
        await journal.OnceAsync(
            step,
            at,
            async services =>
            {
                var pointed = new Pointed(null, null, null, remark.On);
                var (document, _) = await TextAsync(services, journal[key]);
                var write = new Comments.Command(document, pointed, remark.Words, Person(remark.By));
                return await services.GetRequiredService<IMediator>().Send(write);
            }
        );
        foreach (var (index, reply) in remark.Replies.Index())
        {
            var answer = new Discuss.Command(
                journal[step],
                DiscussionStep.Answer,
                reply.Words,
                Person(reply.By)
            );
            await journal.DoAsync($"{step}:reply:{index}", at.AddMinutes(5 * (index + 1)), answer);
        }

        if (remark.ClosedBy is { } facilitator)
        {
            var close = new Discuss.Command(journal[step], DiscussionStep.Resolve, "", Person(facilitator));
            await journal.DoAsync($"{step}:closed", at.AddMinutes(25), close);
        }
    }

    private async Task AmendAsync(string key, string step, AmendmentNote amendment, DateTimeOffset at)
    {
        await journal.OnceAsync(
            step,
            at,
            async services =>
            {
                var (document, text) = await TextAsync(services, journal[key]);
                var from = text.Text.IndexOf(amendment.Replace, StringComparison.Ordinal);
                var passage = new Propose.Stretch(text.Version, from, from + amendment.Replace.Length);
                var propose = new Propose.Command(
                    document,
                    passage,
                    amendment.With,
                    amendment.Reasons,
                    Person(amendment.By)
                );
                return await services.GetRequiredService<IMediator>().Send(propose);
            }
        );
        if (amendment.AdoptedBy is { } member)
        {
            await journal.OnceAsync(
                $"{step}:adopted",
                at.AddMinutes(20),
                async services =>
                {
                    var shown = await services
                        .GetRequiredService<DeliberationDb>()
                        .Set<Domain.Deliberate.Amendments.Amendment>()
                        .Where(found => found.Id == journal[step])
                        .Select(found => found.Replaced)
                        .SingleAsync();
                    var adopt = new Adopt.Command(journal[step], shown, Person(member));
                    await services.GetRequiredService<IMediator>().Send(adopt);
                    return journal[step];
                }
            );
        }
    }

    private Guid Person(string key) => journal[$"person:{key}"];

    private static async Task<(Guid DocumentId, KeptText Text)> TextAsync(
        IServiceProvider services,
        Guid proposalId
    )
    {
        var document = await services
            .GetRequiredService<DeliberationDb>()
            .Set<Proposal>()
            .Where(proposal => proposal.Id == proposalId)
            .Select(proposal => proposal.DocumentId)
            .SingleAsync();
        return (
            document,
            await services.GetRequiredService<DocumentLog>().TextAsync(document, CancellationToken.None)
        );
    }
}
