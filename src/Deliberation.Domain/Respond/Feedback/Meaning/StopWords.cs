namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>Words so common that they say nothing of a subject, without accents.</summary>
internal static class StopWords
{
    public static bool Include(string folded, string language) =>
        (language == "en" ? English : French).Contains(folded);

    private static readonly HashSet<string> French = Of(
        "ainsi alors apres assez aucun aucune aujourd aura aurait aussi autant autre autres avaient avais avait",
        "avant avec avez avoir avons ayant beaucoup bien bon bonne car cela celle celles celui cependant certain",
        "certaine certains ces cet cette ceux chacun chaque chez comme comment dans depuis des deux devant doit",
        "doivent donc dont dire dit ecrire elle elles encore enfin entre est etaient etais etait etant etc ete etes",
        "etre eu eux faire fais fait faites faut fois font grand gros hier hors ici ils jamais jour jours juste",
        "la le les leur leurs lors lorsque lui mais mal me meme memes merci mes mettre mieux mis moi moins mon monde",
        "ne ni non nos notre nous nouveau on ont ou oui par parce parfois pas passe pendant personne petit peu peut",
        "peuvent peux plus plusieurs plutot pour pourquoi pourrait pouvoir pouvez presque pris puis puisque quand que",
        "quel quelle quelles quelque quelques quels qui quoi rien sans sauf savoir sais sait se selon sera serait ses",
        "seul seule seulement si sinon soit sommes son sont souvent sous suis sur surtout tant tard te tel telle tellement",
        "tellement temps tes toi ton toujours tous tout toute toutes trois trop tres tu une uns va vais vers veulent",
        "veut veux vient voici voila voir voit vont vos votre vous vraiment vrai vrais vue ans annee annees mois",
        "semaine semaines heure heures chose choses merde cher bonjour aime donne ca un du de et en au aux sa il je y a"
    );

    private static readonly HashSet<string> English = Of(
        "about after again all also always am and any are because been before being between both but by can cannot",
        "could did does doing don down during each even every few for from get gets give good got great had has have",
        "having her here him his how into its just like made make many may might more most much must nor not now off",
        "often once only other our out over own please really said same say see she should since some still such",
        "thank thanks than that the their them then there these they thing things this those through time too under",
        "until upon used very want wants was way well went were what when where which while who why will with",
        "without would yes yet you your it is in to of on or if an as at be do me my no so up us we he"
    );

    private static HashSet<string> Of(params string[] lines) =>
        [.. lines.SelectMany(line => line.Split(' '))];
}
