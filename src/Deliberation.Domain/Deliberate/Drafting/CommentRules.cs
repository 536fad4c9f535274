namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>What holds for every comment.</summary>
public static class CommentRules
{
    public static readonly Rule ACommentIsShort = new(
        "comments.words",
        "Un commentaire ou une réponse compte de 1 à 2 000 caractères."
    );

    public static readonly Rule AClosedDiscussionIsReopenedFirst = new(
        "comments.closed",
        "Une discussion close est rouverte avant de continuer."
    );

    public static readonly Rule OnlyAClosedDiscussionReopens = new(
        "comments.only-closed-reopens",
        "Seule une discussion close peut être rouverte."
    );

    public static readonly Rule ADiscussionHasALimit = new(
        "comments.replies",
        "Une discussion compte 200 réponses au plus."
    );
}
