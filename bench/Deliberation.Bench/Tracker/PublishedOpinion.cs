using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Features.Search;

namespace Deliberation.Bench.Tracker;

/// <summary>Writes, adopts, assembles and publishes one opinion, as its members and their facilitator do.</summary>
internal sealed class PublishedOpinion(Chance chance, Wording words, BulkRows rows, Acts acts, Stage stage)
{
    private const int PropositionsPerSection = 12;

    private Committee committee = null!; // set by each publication

    /// <summary>The opinion's tracker, and its propositions as they are followed.</summary>
    public (OpinionTracker Tracker, Committee Committee, List<TreatedProposition> Treated) Publish(
        string reference,
        int propositions,
        Committee by,
        DateTimeOffset at
    )
    {
        committee = by;
        var begun = at.AddDays(-120);
        var draft = Draft.Start(chance.Id(begun), by.Space.Id, $"Avis {reference}", begun);
        rows.Add(draft);
        var name = (reference.ToLowerInvariant(), reference);
        var opinion = Opinion.Begin(chance.Id(begun), by.Space, draft, name, begun);
        var edition = opinion.Assemble(
            $"Avis d’essai {reference} : {words.Title(120)}",
            Contents(draft, propositions, begun),
            at.AddHours(-1)
        );
        opinion.Publish(opinion.Assemblies, at);
        Keep(opinion, edition);
        acts.Take(opinion);

        var tracker = OpinionTracker.Open(
            new TrackedOpinion(opinion.Id, reference, opinion.Slug, opinion.Title),
            StatusScheme.Default,
            at
        );
        return (tracker, by, [.. edition.Propositions.Select(item => Treated(opinion, item))]);
    }

    private EditionContents Contents(Draft draft, int propositions, DateTimeOffset at)
    {
        var sections = Enumerable
            .Range(1, propositions)
            .Chunk(PropositionsPerSection)
            .Select((numbers, place) => Section(draft, place + 1, numbers, at))
            .ToList();
        return new EditionContents(words.Text(6), words.Text(10), words.Text(4), "", "", "", sections);
    }

    private SectionContents Section(Draft draft, int place, int[] numbers, DateTimeOffset at)
    {
        var (prose, title) = (words.Text(5), words.Title(100));
        var (document, _) = Write(prose, at);
        var section = Deliberation.Domain.Deliberate.Drafting.Section.Add(
            chance.Id(at),
            draft,
            document,
            title,
            place,
            at
        );
        rows.Add(section);
        return new SectionContents(
            title,
            prose,
            [.. numbers.Select(rank => Adopt(draft, section, rank, at))]
        );
    }

    private DecidedProposal Adopt(Draft draft, Section section, int rank, DateTimeOffset at)
    {
        var body = words.Few(2, 6);
        var (document, version) = Write(body, at);
        var proposal = Proposal.Start(
            chance.Id(at),
            draft,
            document,
            words.Title(110),
            chance.Of(committee.Members).PersonId,
            at
        );
        proposal.Describe(proposal.Title, words.Few(2, 5), chance.Of(stage.Themes).Key, at);
        proposal.Place(section, rank);
        proposal.BeginDrafting(at.AddDays(1));
        proposal.Debate(at.AddDays(30));
        proposal.AdoptElsewhere($"Procès-verbal de la séance plénière, décision {rank}.", at.AddDays(90));
        acts.Take(proposal);
        rows.Add(proposal, saves: 6);
        return DecidedProposal.Elsewhere(proposal, body, version);
    }

    private (Document Document, int Version) Write(string text, DateTimeOffset at)
    {
        var document = Document.Create(chance.Id(at), committee.Space.Id, at);
        rows.Add(document);
        var paragraphs = text.Split("\n\n");
        var before = "";
        for (var version = 1; version <= paragraphs.Length; version++)
        {
            var after = string.Join("\n\n", paragraphs[..version]);
            var change = TextChange.Replace(
                before.Length,
                before.Length,
                before.Length,
                after[before.Length..]
            );
            rows.Add(
                new ChangeRow
                {
                    DocumentId = document.Id,
                    Version = version,
                    AuthorId = chance.Of(committee.Members).PersonId,
                    ClientId = $"form-{chance.Id(at):N}",
                    Sequence = 0,
                    Content = WireChange.Write(change),
                    At = at.AddHours(version),
                }
            );
            before = after;
        }

        return (document, paragraphs.Length);
    }

    private void Keep(Opinion opinion, Edition edition)
    {
        rows.Add(opinion, saves: 2);
        rows.Add(edition);
        foreach (var part in edition.Sections.Cast<object>().Concat(edition.Propositions))
        {
            rows.Add(part);
        }

        foreach (var text in EditionTexts.Render(edition).Keep(edition))
        {
            rows.Add(text);
        }

        foreach (var found in WhenOpinionPublished.Of(opinion, edition))
        {
            rows.Add(SearchIndex.Enter(found));
        }
    }

    private static TreatedProposition Treated(Opinion opinion, Proposition item) =>
        new(
            opinion.Id,
            item.Number,
            Proposition.ReferenceOf(opinion.Reference, item.Number),
            item.Title,
            item.Theme
        );
}
