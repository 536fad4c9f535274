namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>Projet d’avis: the working text of an opinion, sections and proposals in order.</summary>
public sealed class Draft : Aggregate
{
    private Draft() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public string Title { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    /// <exception cref="RuleBroken">The title has fewer than 3 or more than 200 characters.</exception>
    public static Draft Start(Guid id, Guid spaceId, string title, DateTimeOffset now)
    {
        Require(ProposalRules.IsTitle(title), ProposalRules.ATitleIsShort);

        var draft = new Draft
        {
            Id = id,
            SpaceId = spaceId,
            Title = title.Trim(),
            StartedAt = now,
        };
        draft.Record(new DraftStarted(id, spaceId, now));
        return draft;
    }

    public void Retitle(string title)
    {
        Require(ProposalRules.IsTitle(title), ProposalRules.ATitleIsShort);

        Title = title.Trim();
    }
}
