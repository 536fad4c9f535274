namespace Deliberation.Domain.Publish.Opinions;

/// <summary>An edition was put together, ready to be read before it is published.</summary>
public sealed record EditionAssembled(Guid OpinionId, int Edition, DateTimeOffset At) : DomainEvent;

/// <summary>An opinion, or a correction of it, was published.</summary>
/// <param name="Reference">Its published name: <c>AC-2021-01</c>.</param>
/// <param name="Space">The address of the space it comes from.</param>
/// <param name="Sha256">The hash of the edition's Markdown file, as anyone can download it.</param>
public sealed record OpinionPublished(
    Guid OpinionId,
    string Reference,
    string Space,
    string Title,
    int Edition,
    int Propositions,
    string Sha256,
    DateTimeOffset At
) : DomainEvent, IPublicAct
{
    public string Subject => Reference;
}
