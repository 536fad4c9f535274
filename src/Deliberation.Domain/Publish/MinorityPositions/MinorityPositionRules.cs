namespace Deliberation.Domain.Publish.MinorityPositions;

/// <summary>What holds for what members write beside a proposition that they do not share.</summary>
public static class MinorityPositionRules
{
    public static readonly Rule OnlyMembersWithAVoteSign = new(
        "minority.only-members",
        "Seuls les membres de ce dispositif qui ont une voix écrivent ou signent une position minoritaire."
    );

    public static readonly Rule APositionIsWrittenBeforePublication = new(
        "minority.before-publication",
        "Une position minoritaire s’écrit et se signe pendant l’assemblage de l’avis, avant la publication de sa proposition."
    );

    public static readonly Rule APositionHasAText = new(
        "minority.text",
        "Une position minoritaire compte de 20 à 3 000 caractères."
    );

    public static readonly Rule AMemberSignsOnePosition = new(
        "minority.one-per-proposition",
        "Un membre signe une seule position minoritaire par proposition, et une seule fois."
    );

    public static readonly Rule APublishedPositionStays = new(
        "minority.published-stays",
        "Une position minoritaire publiée garde ses mots et ses signatures."
    );
}
