using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>How many public feedbacks came in by one door.</summary>
/// <param name="French">The door, in words.</param>
/// <param name="Count">None below ten. Each feedback says its own door: nothing else need be hidden with it.</param>
/// <param name="LowShare">How many of them gave one of the two lowest marks, in whole per cent; none below ten.</param>
internal sealed record DoorFigure(string French, int? Count, int? LowShare)
{
    private static readonly (string French, Door[] Doors)[] All =
    [
        ("Formulaire en ligne", [Door.Form]),
        ("Formulaire dans l’espace santé", [Door.Widget]),
        ("Programme d’un partenaire (JSON)", [Door.Api]),
        ("Programme d’un partenaire (FHIR)", [Door.Fhir]),
        ("Export de « Je donne mon avis »", [Door.JeDonneMonAvis]),
        ("Médiateur, sur papier ou par téléphone", [Door.Paper, Door.Phone]),
    ];

    /// <summary>Every door, in one order, whether anything came by it or not.</summary>
    public static IReadOnlyList<DoorFigure> Of(
        IReadOnlyCollection<(Door Door, Mark Mark, int Count)> published
    ) => [.. All.Select(one => Of(one.French, [.. published.Where(row => one.Doors.Contains(row.Door))]))];

    private static DoorFigure Of(string french, List<(Door Door, Mark Mark, int Count)> rows)
    {
        var count = rows.Sum(row => row.Count);
        var low = rows.Where(row => row.Mark <= Mark.Bad).Sum(row => row.Count);
        return count < FeedbackFigures.Enough
            ? new DoorFigure(french, null, null)
            : new DoorFigure(
                french,
                count,
                (int)Math.Round(100.0 * low / count, MidpointRounding.AwayFromZero)
            );
    }
}
