using Deliberation.Bench.Tracker;

namespace Deliberation.Bench.Meaning;

/// <summary>
/// French feedbacks drawn by a machine: a few hundred matters, some spoken of a thousand times more than others, each
/// said in several ways, among words of everyday use and rare words of which there are thousands.
/// </summary>
internal sealed class HeardWords(int seed)
{
    private const int Matters = 600;
    private const int RareWords = 8_000;

    private static readonly string[] Objects =
    [
        "ordonnance",
        "vaccin",
        "messagerie",
        "mot de passe",
        "compte rendu",
        "radiographie",
        "carnet",
        "agenda",
        "code SMS",
        "carte Vitale",
        "analyse de sang",
        "certificat",
        "mutuelle",
        "rendez-vous",
        "allergie",
        "traitement",
        "hospitalisation",
        "dentiste",
        "lunettes",
        "grossesse",
        "tutelle",
        "adresse électronique",
        "imprimante",
        "scanner",
        "arrêt de travail",
        "kinésithérapeute",
        "pharmacie",
        "infirmière",
        "notification",
        "profil de mon enfant",
    ];

    private static readonly string[] Troubles =
    [
        "introuvable",
        "illisible",
        "bloqué",
        "en double",
        "effacé",
        "trop lent",
        "refusé",
        "périmé",
        "coupé en deux",
        "en anglais",
        "muet",
        "mélangé",
        "invisible",
        "impossible à ouvrir",
        "impossible à envoyer",
        "mal rangé",
        "jamais arrivé",
        "sans réponse",
        "trop petit",
        "trop compliqué",
    ];

    private static readonly string[] Openings =
    [
        "Bonjour, {0} {1} depuis lundi.",
        "{0} toujours {1}, c’est décourageant !",
        "Chez moi : {0} {1}.",
        "Pourquoi {0} est-il {1} ?",
        "Troisième fois que je l’écris : {0}, {1}.",
    ];

    private static readonly string[] Rest =
    [
        "J’ai appelé, on m’a dit d’attendre.",
        "Ma voisine a le même ennui sur sa tablette.",
        "Merci à l’équipe, le reste marche bien.",
        "J’ai 78 ans et je ne suis pas à l’aise.",
        "Le médecin a dû m’imprimer la feuille.",
        "Je reviens quand c’est réparé.",
    ];

    private static readonly string[] Syllables =
    [
        "ba",
        "cri",
        "dou",
        "fel",
        "gan",
        "jor",
        "lam",
        "mi",
        "nour",
        "pal",
        "quin",
        "ro",
        "sal",
        "ter",
        "vu",
        "zan",
    ];

    private readonly Chance chance = new(seed);

    public string Next()
    {
        // The square of a chance, twice: the first matters are spoken of far more than the last.
        var matter = (int)(Matters * Math.Pow(chance.Share, 4));
        var opening = string.Format(
            System.Globalization.CultureInfo.InvariantCulture,
            chance.Of(Openings),
            Objects[matter % Objects.Length],
            Troubles[matter / Objects.Length % Troubles.Length]
        );
        return $"{opening} {chance.Of(Rest)} {Rare()} {Rare()}.";
    }

    private string Rare()
    {
        var word = (int)(RareWords * chance.Share * chance.Share);
        return Syllables[word % 16] + Syllables[word / 16 % 16] + Syllables[word / 256 % 16] + "age";
    }
}
