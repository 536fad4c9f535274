using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Seeding.Files;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Writes a draft, its sections and its proposals, each paragraph by one of its authors in turn.</summary>
internal sealed class LoadDraft(SeedJournal journal, SeedSchedule schedule, Guid by)
{
    public void Begin(string slug, string key, string title, DateTimeOffset at) =>
        schedule.At(at, () => journal.SendAsync($"draft:{key}", at, new Begin.Command(slug, title, by)));

    public void AddSection(string draft, SectionNote section, DateTimeOffset at)
    {
        var key = $"section:{draft}:{section.Key}";
        schedule.At(
            at,
            async () =>
            {
                await journal.OnceAsync(
                    key,
                    at,
                    async services =>
                    {
                        var add = new AddSection.Command(journal[$"draft:{draft}"], section.Title, by);
                        return (await services.GetRequiredService<IMediator>().Send(add)).SectionId;
                    }
                );
                await WriteAsync<Section>(key, section.Prose, [by], at);
            }
        );
    }

    /// <summary>Starts a proposal under its section, writes it and says where it comes from; known as <c>proposal:key</c>.</summary>
    public void AddProposal(
        string draft,
        SectionNote section,
        ProposalNote proposal,
        string key,
        DateTimeOffset at
    ) =>
        schedule.At(
            at,
            async () =>
            {
                await journal.OnceAsync(
                    key,
                    at,
                    async services =>
                    {
                        var place = journal[$"section:{draft}:{section.Key}"];
                        var start = new Start.Command(journal[$"draft:{draft}"], place, proposal.Title, by);
                        return (await services.GetRequiredService<IMediator>().Send(start)).ProposalId;
                    }
                );
                Guid[] authors = [.. proposal.Authors.Select(author => journal[$"person:{author}"])];
                await WriteAsync<Proposal>(key, proposal.Body, authors.Length == 0 ? [by] : authors, at);
                await journal.DoAsync($"{key}:described", at, Describing(key, proposal));
            }
        );

    /// <summary>Takes a proposal one step on, unless it is already there.</summary>
    public Task ProgressAsync(string key, Step step, DateTimeOffset at, string words = "") =>
        journal.DoAsync($"{key}:{step}", at, new Progress.Command(journal[key], step, words, Into: null, by));

    private Describe.Command Describing(string key, ProposalNote proposal) =>
        new(
            journal[key],
            proposal.Title,
            proposal.Rationale,
            proposal.Theme,
            [.. proposal.Origins.Select(origin => journal[$"contribution:{origin}"])],
            by
        );

    private async Task WriteAsync<T>(string key, string text, Guid[] authors, DateTimeOffset at)
        where T : class
    {
        var paragraphs = text.Trim().Split("\n\n");
        for (var count = 1; count <= paragraphs.Length; count++)
        {
            var words = string.Join("\n\n", paragraphs[..count]);
            var author = authors[(count - 1) % authors.Length];
            var moment = at.AddMinutes(count * 7);
            var step = $"{key}:written:{count}";
            await journal.OnceAsync(
                step,
                moment,
                async services =>
                {
                    var document = await DocumentOfAsync<T>(services, journal[key]);
                    var write = new Write.Command(document, count - 1, words, Write.NewKey(), author);
                    await services.GetRequiredService<IMediator>().Send(write);
                    return document;
                }
            );
        }
    }

    private static Task<Guid> DocumentOfAsync<T>(IServiceProvider services, Guid id)
        where T : class =>
        services
            .GetRequiredService<DeliberationDb>()
            .Set<T>()
            .Where(owner => EF.Property<Guid>(owner, "Id") == id)
            .Select(owner => EF.Property<Guid>(owner, "DocumentId"))
            .SingleAsync();
}
