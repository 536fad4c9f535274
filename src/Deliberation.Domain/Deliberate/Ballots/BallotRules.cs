namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>What holds for every vote.</summary>
public static class BallotRules
{
    public static readonly Rule ABallotHasARule = new(
        "ballots.decision-rule",
        "Un scrutin annonce sa règle de décision, parmi celles qui sont prévues."
    );

    public static readonly Rule AQuorumIsAShare = new(
        "ballots.quorum",
        "Le quorum est une part des votants, de 0 à 100 %."
    );

    public static readonly Rule ABallotEndsLater = new(
        "ballots.ends-later",
        "Un scrutin se termine après maintenant, et dans l’année."
    );

    public static readonly Rule ABallotOpensOnce = new(
        "ballots.opens-once",
        "Seul un scrutin préparé peut s’ouvrir."
    );

    public static readonly Rule ABallotHasVoters = new(
        "ballots.has-voters",
        "Un scrutin s’ouvre quand au moins une personne peut voter."
    );

    public static readonly Rule AVoteIsOnAText = new(
        "ballots.has-a-text",
        "On vote sur un texte : il a un titre et un corps."
    );

    public static readonly Rule AVotedTextCanBeShown = new(
        "ballots.text-can-be-shown",
        "Le texte mis au vote est assez simple pour être affiché : peu de listes imbriquées et de lignes vides."
    );

    public static readonly Rule TheTextReadIsTheTextVoted = new(
        "ballots.text-read-is-voted",
        "On met au vote le texte que l’on a lu : il a changé depuis."
    );

    public static readonly Rule AVoteIsCastWhileOpen = new(
        "ballots.cast-while-open",
        "On vote pendant que le scrutin est ouvert."
    );

    public static readonly Rule OnlyElectorsVote = new(
        "ballots.only-electors",
        "Seules les personnes inscrites à l’ouverture du scrutin votent."
    );

    public static readonly Rule AMemberVotesOnce = new(
        "ballots.member-votes-once",
        "Un membre vote une seule fois."
    );

    public static readonly Rule AChoiceIsOffered = new(
        "ballots.offered-choice",
        "On choisit une des réponses proposées."
    );

    public static readonly Rule AnEndIsOnlyPutOff = new(
        "ballots.end-put-off",
        "La fin d’un scrutin ouvert peut être repoussée, jamais avancée."
    );

    public static readonly Rule OnlyAnOpenBallotCloses = new(
        "ballots.closes-once",
        "Seul un scrutin ouvert se clôt, et une seule fois."
    );

    public static readonly Rule EveryVoteIsCounted = new(
        "ballots.every-vote-counted",
        "Il y a autant de bulletins que de votants."
    );

    public static readonly Rule ACancellationSaysWhy = new(
        "ballots.cancellation-says-why",
        "Une annulation est accompagnée de sa raison, en 10 à 1 000 caractères."
    );

    public static readonly Rule AResultIsNotCancelled = new(
        "ballots.result-stays",
        "Un scrutin clos ou annulé ne s’annule plus."
    );
}
