using System.Security.Cryptography;
using System.Text;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using static Deliberation.Domain.Publish.Opinions.OpinionRules;

namespace Deliberation.Domain.Publish.Opinions;

/// <summary>Avis: what the members of a space tell the institutions, in numbered propositions.</summary>
public sealed partial class Opinion : Aggregate
{
    private readonly List<Edition> editions = [];

    private Opinion() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    /// <summary>The last part of the space's address.</summary>
    public string SpaceSlug { get; private set; } = "";

    /// <summary>The draft it is assembled from.</summary>
    public Guid DraftId { get; private set; }

    /// <summary>The last part of its address; never changes.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>Its published name, never renumbered: <c>AC-2021-01</c>.</summary>
    public string Reference { get; private set; } = "";

    public string Title { get; private set; } = "";

    /// <summary>The language the text is authoritative in: <c>fr</c>.</summary>
    public string Language { get; private set; } = "fr";

    /// <summary>The number of the edition readers get first; 0 before the first publication.</summary>
    public int CurrentEdition { get; private set; }

    public DateTimeOffset? FirstPublishedAt { get; private set; }

    /// <summary>How many times an edition was put together.</summary>
    public int Assemblies { get; private set; }

    /// <summary>When it was last assembled or published.</summary>
    public DateTimeOffset ChangedAt { get; private set; }

    public IReadOnlyList<Edition> Editions => [.. editions.OrderBy(edition => edition.Number)];

    public bool IsPublished => CurrentEdition > 0;

    /// <summary>The edition being put together; null when the last one is published.</summary>
    public Edition? Pending => editions.Find(edition => !edition.IsPublished);

    /// <param name="reference">Of the form AC-2026-01, unique in the instance.</param>
    /// <exception cref="RuleBroken">An unusable address, reference or title.</exception>
    public static Opinion Begin(
        Guid id,
        Space space,
        Draft draft,
        (string Slug, string Reference) name,
        DateTimeOffset now
    )
    {
        Require(IsAddress(name.Slug), AnOpinionHasAnAddress);
        Require(IsReference(name.Reference), AnOpinionHasAReference);
        Require(draft.SpaceId == space.Id, ProposalRules.ATextStaysInItsSpace);

        return new Opinion
        {
            Id = id,
            SpaceId = space.Id,
            SpaceSlug = space.Slug,
            DraftId = draft.Id,
            Slug = name.Slug,
            Reference = name.Reference,
            ChangedAt = now,
        };
    }

    /// <summary>Puts an edition together, in place of the one that was assembled and not published.</summary>
    /// <exception cref="RuleBroken">A title or text out of bounds, a proposal twice, or other words than those published before.</exception>
    public Edition Assemble(string title, EditionContents contents, DateTimeOffset now)
    {
        Require(IsTitle(title), AnOpinionHasATitle);
        Require(contents.Sections.All(section => IsTitle(section.Title)), ASectionHasATitle);
        Require(contents.Texts.All(IsText), TextsHaveALimit);
        Require(
            contents.Proposals.DistinctBy(proposal => proposal.ProposalId).Count()
                == contents.Proposals.Count(),
            AProposalStandsOnce
        );
        Require(contents.Proposals.All(WasNeverOtherwise), TheTextVotedIsTheTextPublished);
        Require(!IsPublished || IsReason(contents.CorrectionNote), ACorrectionSaysWhy);

        TakeApart();
        var edition = Edition.Start(Id, CurrentEdition + 1, ++Assemblies);
        edition.Fill(title.Trim(), contents, Numbering(), now);
        editions.Add(edition);
        (Title, ChangedAt) = (IsPublished ? Title : title.Trim(), now);
        Record(new EditionAssembled(Id, edition.Number, now));
        return edition;
    }

    /// <summary>Takes apart the edition that was assembled and not published.</summary>
    public void TakeApart() => editions.RemoveAll(edition => !edition.IsPublished);

    /// <summary>Publishes the edition that was assembled; it never changes again.</summary>
    /// <param name="previewed">The <see cref="Edition.Assembly"/> that was read before.</param>
    /// <exception cref="RuleBroken">Nothing is assembled, it was assembled anew since, or it holds no proposition.</exception>
    public Edition Publish(int previewed, DateTimeOffset now)
    {
        Require(Pending is not null, APublishedEditionStays);
        var edition = Pending!; // just required
        Require(edition.Assembly == previewed, WhatWasPreviewedIsPublished);
        Require(edition.Propositions.Count > 0, AnOpinionHasPropositions);

        Freeze(edition);
        var text = EditionText.Write(this, edition, now);
        var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        edition.Publish(text, sha256, now);
        (Title, CurrentEdition, ChangedAt) = (edition.Title, edition.Number, now);
        FirstPublishedAt ??= now;
        Record(
            new OpinionPublished(
                Id,
                Reference,
                SpaceSlug,
                Title,
                edition.Number,
                edition.Propositions.Count,
                sha256,
                now
            )
        );
        return edition;
    }

    /// <summary>A proposition keeps its number for ever; a new one takes the next that was never used.</summary>
    private Func<DecidedProposal, int> Numbering()
    {
        var published = Published().ToList();
        var next = published.Select(request => request.Number).DefaultIfEmpty().Max();
        return proposal =>
            published.Find(request => request.ProposalId == proposal.ProposalId)?.Number ?? ++next;
    }

    private bool WasNeverOtherwise(DecidedProposal proposal) =>
        Published().All(request => request.Repeats(proposal));

    private IEnumerable<Proposition> Published() =>
        editions.Where(edition => edition.IsPublished).SelectMany(edition => edition.Propositions);

    private static bool IsAddress(string slug) =>
        slug.Length is >= 3 and <= 80
        && slug.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-');

    private static bool IsReference(string reference) =>
        reference.Length is >= 10 and <= 12
        && reference.StartsWith("AC-", StringComparison.Ordinal)
        && reference[7] == '-'
        && reference.Where((_, place) => place is not (< 3 or 7)).All(char.IsAsciiDigit);

    private static bool IsTitle(string title) =>
        title.Trim().Length is >= 3 and <= 200 && WellFormedText.Is(title);

    private static bool IsText(string text) => text.Length <= 100_000 && WellFormedText.Is(text);

    private static bool IsReason(string reason) => reason.Trim().Length is >= 10 and <= 1_000;
}
