using System.Text.Json;

namespace Deliberation.Bench.Intake;

/// <summary>Feedbacks of the length people write, some with what must be masked.</summary>
internal static class SaidByPatients
{
    private static readonly string[] Parts = ["documents", "messaging", "login", "consent"];

    private static readonly string[] Openings =
    [
        "J’ai voulu déposer une ordonnance depuis mon téléphone et la page s’est fermée deux fois.",
        "Le compte rendu de mon hospitalisation n’est jamais arrivé alors que le secrétariat dit l’avoir envoyé.",
        "Je ne comprends pas qui peut lire mes documents, la liste des accès est trop longue.",
        "La messagerie est pratique, mon médecin m’a répondu en deux jours.",
        "Ma mère de 84 ans n’arrive pas à entrer, le code par SMS n’arrive pas chez elle.",
    ];

    private static readonly string[] Endings =
    [
        "J’ai fini par appeler, on m’a fait attendre vingt minutes.",
        "Vous pouvez me joindre au 06 12 34 56 78 pour en parler.",
        "Le docteur Martin a dû m’imprimer le document.",
        "Merci de votre travail, l’idée est bonne.",
        "Mon adresse est jean.dupont@exemple.fr si vous voulez des précisions.",
        "C’est la troisième fois depuis le mois de mars.",
    ];

    public static string Json(int i) => JsonSerializer.Serialize(Of(i));

    public static string Batch(int i, int count) =>
        JsonSerializer.Serialize(new { items = Enumerable.Range(i * count, count).Select(Of) });

    private static object Of(int i) =>
        new
        {
            mark = 1 + (i % 5),
            part = Parts[i % Parts.Length],
            text = $"{Openings[i % Openings.Length]} {Endings[i % Endings.Length]}",
            suggestion = i % 3 == 0 ? "Afficher un message clair quand le fichier est trop lourd." : null,
        };
}
