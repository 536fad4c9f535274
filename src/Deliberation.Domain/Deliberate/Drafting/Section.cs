namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>A part of a draft, with a heading and prose of its own; proposals may be placed under it.</summary>
public sealed class Section : Aggregate
{
    private Section() { }

    public Guid Id { get; private set; }

    public Guid DraftId { get; private set; }

    public Guid SpaceId { get; private set; }

    /// <summary>The live text of its prose.</summary>
    public Guid DocumentId { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Its place in the draft, from the lowest to the highest.</summary>
    public int Position { get; private set; }

    /// <exception cref="RuleBroken">The heading has fewer than 3 or more than 200 characters.</exception>
    public static Section Add(
        Guid id,
        Draft draft,
        Document text,
        string title,
        int position,
        DateTimeOffset now
    )
    {
        Require(ProposalRules.IsTitle(title), ProposalRules.ATitleIsShort);
        Require(draft.SpaceId == text.SpaceId, ProposalRules.ATextStaysInItsSpace);

        var section = new Section
        {
            Id = id,
            DraftId = draft.Id,
            SpaceId = draft.SpaceId,
            DocumentId = text.Id,
            Title = title.Trim(),
            Position = position,
        };
        section.Record(new SectionAdded(id, draft.Id, now));
        return section;
    }

    public void Retitle(string title)
    {
        Require(ProposalRules.IsTitle(title), ProposalRules.ATitleIsShort);

        Title = title.Trim();
    }

    /// <summary>Takes another place among the parts of its draft.</summary>
    public void MoveTo(int position, Guid by, DateTimeOffset now)
    {
        if (position != Position)
        {
            Position = position;
            Record(new SectionMoved(Id, position, by, now));
        }
    }
}
