using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Platform.Seeding.Files;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Assembles and publishes an opinion whose proposals were adopted, under its own reference.</summary>
internal sealed class LoadOpinion(SeedJournal journal, SeedSchedule schedule, Guid by)
{
    public static string KeyOf(OpinionNote opinion, ProposalNote proposition) =>
        $"proposal:{opinion.Reference}:{proposition.Number}";

    /// <param name="slug">The space's address.</param>
    /// <param name="body">The key of the body that has to answer.</param>
    /// <param name="promised">What was promised when it was published; this instance's own promise when null.</param>
    public void Publish(
        string slug,
        OpinionNote opinion,
        string body,
        Publish.Promise? promised,
        DateTimeOffset at
    )
    {
        Assemble(slug, opinion, at.AddMinutes(-30));
        schedule.At(
            at,
            () =>
                journal.SendAsync(
                    $"opinion:{opinion.Reference}",
                    at,
                    new Publish.Command(by, slug, opinion.Slug, body) { Promised = promised }
                )
        );
    }

    public void Assemble(string slug, OpinionNote opinion, DateTimeOffset at) =>
        schedule.At(
            at,
            () => journal.SendAsync($"opinion:{opinion.Reference}:assembled", at, Assembling(slug, opinion))
        );

    private Assemble.Command Assembling(string slug, OpinionNote opinion) =>
        new(by, slug, journal[$"draft:{opinion.Reference}"], opinion.Slug)
        {
            Title = opinion.Title,
            Reference = opinion.Reference,
            Preamble = opinion.Preamble,
            Introduction = opinion.Introduction,
            Conclusion = opinion.Conclusion,
            AdoptionNote = opinion.Decision ?? "",
            SourceNote = opinion.Note ?? "",
            Sections =
            [
                .. opinion.Sections.Select(section => new Assemble.Chosen(
                    journal[$"section:{opinion.Reference}:{section.Key}"],
                    [.. section.Propositions.Select(proposition => journal[KeyOf(opinion, proposition)])]
                )),
            ],
        };
}
