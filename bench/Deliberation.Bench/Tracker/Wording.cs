namespace Deliberation.Bench.Tracker;

/// <summary>French sentences of plausible length, from word lists of our own; none was written by a patient.</summary>
internal sealed class Wording(Chance chance)
{
    private static readonly string[] Who =
    [
        "Le service",
        "La caisse",
        "L’hôpital",
        "Le médecin traitant",
        "La pharmacie",
        "L’équipe de soins",
        "Le département",
        "La maison de santé",
        "L’assurance maladie",
        "L’agence régionale",
        "Le ministère",
        "La direction",
        "Le patient",
        "L’aidant",
        "La famille",
        "Le laboratoire",
        "La plateforme",
        "L’accueil",
        "Le comité",
        "La commune",
    ];

    private static readonly string[] Does =
    [
        "propose",
        "publie",
        "simplifie",
        "vérifie",
        "explique",
        "ouvre",
        "généralise",
        "teste",
        "finance",
        "complète",
        "remplace",
        "traduit",
        "annonce",
        "organise",
        "évalue",
        "réserve",
        "transmet",
        "rappelle",
        "corrige",
        "prépare",
    ];

    private static readonly string[] What =
    [
        "un accès aux documents",
        "une messagerie sécurisée",
        "l’agenda des rendez-vous",
        "un carnet de vaccination",
        "la liste des médicaments",
        "un résumé en mots simples",
        "une aide au téléphone",
        "le consentement écrit",
        "un accueil sans rendez-vous",
        "la lettre de sortie",
        "un guide illustré",
        "le catalogue des applications",
        "une formation courte",
        "un compte pour l’aidant",
        "l’historique des accès",
        "une alerte par courriel",
        "le résultat des analyses",
        "un interprète",
        "la carte européenne",
        "une version en gros caractères",
    ];

    private static readonly string[] Where =
    [
        "dans chaque département",
        "pour les personnes âgées",
        "dans les maisons France services",
        "pour les enfants suivis à l’hôpital",
        "dans les pharmacies",
        "sans ordinateur",
        "en langue des signes",
        "pour les personnes sous tutelle",
        "dans les zones rurales",
        "chez le médecin traitant",
        "pour les malades chroniques",
        "depuis un téléphone",
        "dans les outre-mer",
        "à la sortie de l’hôpital",
        "pour les proches aidants",
        "dans les établissements médico-sociaux",
        "avec une association de patients",
        "pour les personnes malvoyantes",
        "dans trois communes d’essai",
        "en lien avec les mairies",
    ];

    private static readonly string[] When =
    [
        "avant la fin de l’année",
        "dès le prochain trimestre",
        "après un essai de six mois",
        "chaque printemps",
        "à partir de septembre",
        "sous deux ans",
        "dans le cadre du plan en cours",
        "une fois le décret publié",
        "quand le budget sera voté",
        "avec un bilan public chaque année",
    ];

    public string Title(int longest)
    {
        var title = $"{Begin(chance.Of(What))} {chance.Of(Where)}";
        return title.Length > longest ? title[..longest].TrimEnd() : title;
    }

    public string Sentence() =>
        $"{chance.Of(Who)} {chance.Of(Does)} {chance.Of(What)} {chance.Of(Where)}, {chance.Of(When)}.";

    /// <summary>So many sentences, in paragraphs.</summary>
    public string Text(int sentences)
    {
        var text = Sentence();
        for (var count = 1; count < sentences; count++)
        {
            text += (count % 4 == 0 ? "\n\n" : " ") + Sentence();
        }

        return text;
    }

    public string Few(int least, int most) => Text(least + chance.Below(most - least + 1));

    private static string Begin(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
