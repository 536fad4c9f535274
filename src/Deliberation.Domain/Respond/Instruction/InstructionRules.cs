namespace Deliberation.Domain.Respond.Instruction;

/// <summary>What holds for an answer on its way from the one who writes it to the public.</summary>
public static class InstructionRules
{
    public static readonly Rule AChainTakesTwoPersons = new(
        "instruction.two-persons",
        "Une chaîne de relecture demande au moins deux agents en poste dans l’organisme."
    );

    public static readonly Rule ABlankIsFilledIn = new(
        "instruction.blank",
        "Chaque blanc […] d’un modèle est rempli avant d’envoyer la réponse."
    );

    public static readonly Rule ABodyKeepsSomeTemplates = new(
        "instruction.templates",
        "Un organisme garde au plus 100 modèles de réponse."
    );

    public static readonly Rule ATemplateHasATitleAndAText = new(
        "instruction.template-words",
        "Un modèle porte un titre de 3 à 120 caractères et un texte de 10 à 5 000."
    );

    public static readonly Rule ABodyHandlesItsOwnAnswers = new(
        "instruction.own-body",
        "Une réponse se relit, se signe ou se renvoie dans l’organisme qui l’a préparée."
    );

    public static readonly Rule AnAnswerGoesThroughTheChain = new(
        "instruction.through-the-chain",
        "Dans cet organisme, une réponse est relue et signée avant d’être publiée."
    );

    public static readonly Rule AnAnswerIsReadBeforeItIsSigned = new(
        "instruction.read-then-signed",
        "Une réponse est préparée, puis relue, puis signée, puis publiée, dans cet ordre."
    );

    public static readonly Rule APropositionHasOneAnswerUnderWay = new(
        "instruction.one-under-way",
        "Une réponse à cette proposition est déjà en préparation dans votre organisme."
    );

    public static readonly Rule AStepIsTakenOnWhatWasRead = new(
        "instruction.read-first",
        "Cette réponse vient de changer de mains : relisez-la avant d’agir."
    );

    public static readonly Rule ASendingBackSaysWhy = new(
        "instruction.says-why",
        "Renvoyer ou abandonner une réponse demande une raison, de 5 à 1 000 caractères."
    );

    public static readonly Rule AnEffectiveDateLooksAhead = new(
        "instruction.effective-date",
        "Une date d’effet est un jour à venir, dans l’année."
    );

    public static readonly Rule NobodyReviewsWhatTheyWrote = new(
        "instruction.other-person",
        "Personne ne relit ni ne signe une réponse qu’il a écrite ; qui l’a relue peut la signer."
    );
}
