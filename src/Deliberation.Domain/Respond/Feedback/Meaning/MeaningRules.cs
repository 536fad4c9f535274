namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>What must always hold of the subjects that patients' feedback has in common.</summary>
public static class MeaningRules
{
    public static readonly Rule ASubjectHasAName = new(
        "subjects.has-a-name",
        "Un sujet porte un nom de 3 à 120 caractères."
    );

    public static readonly Rule OnlyAnOpenSubjectChanges = new(
        "subjects.only-open-changes",
        "Un sujet réuni à un autre ou écarté ne change plus."
    );

    public static readonly Rule TwoSubjectsAreMerged = new(
        "subjects.two-are-merged",
        "On réunit deux sujets différents."
    );

    public static readonly Rule AReachedSubjectStays = new(
        "subjects.reached-stays",
        "Un sujet qui a atteint son seuil, ou mis à l’ordre du jour, n’est ni écarté ni réuni à un autre."
    );

    public static readonly Rule ASubjectIsTakenUpOnce = new(
        "subjects.taken-up-once",
        "Un sujet est mis une seule fois à l’ordre du jour."
    );

    public static readonly Rule ASubjectTakenUpIsSharedByTen = new(
        "subjects.shared-by-ten",
        "Un sujet mis à l’ordre du jour a atteint son seuil, ou compte au moins dix retours."
    );

    public static readonly Rule DismissingSaysWhy = new(
        "subjects.dismissing-says-why",
        "Écarter un sujet se justifie par une des raisons prévues."
    );

    public static readonly Rule AThresholdHasBounds = new(
        "subjects.threshold-has-bounds",
        "Un seuil va de 10 à 500 retours, sur 1 à 366 jours."
    );

    public static readonly Rule ANewThresholdDiffers = new(
        "subjects.new-threshold-differs",
        "Le nouveau seuil n’est pas celui qui vaut déjà."
    );

    public static readonly Rule AThresholdChangesForAReason = new(
        "subjects.threshold-changes-for-a-reason",
        "Changer un seuil se justifie, en 20 à 500 caractères."
    );
}
