using Deliberation.Domain.Respond.Feedback.Meaning;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>A subject in a list.</summary>
/// <param name="Lately">How many of its feedbacks were received in the last thirty days.</param>
internal sealed record SubjectLine(Subject Subject, int Lately)
{
    /// <summary>The words that make it, in the form that people write most.</summary>
    public string Words => string.Join(", ", Subject.Words.Take(5).Select(word => word.Surface));
}

internal static class DismissalWords
{
    public static string French(this DismissalReason reason) =>
        reason switch
        {
            DismissalReason.WordsOnly => "Les mêmes mots, mais pas la même chose",
            DismissalReason.SeveralMatters => "Plusieurs sujets mêlés",
            DismissalReason.NotAMatter => "Rien qu’un comité puisse changer",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "No such reason."),
        };

    public static string French(this SubjectAct act) =>
        act switch
        {
            SubjectAct.Named => "Nommé",
            SubjectAct.TookIn => "A reçu les retours d’un autre sujet",
            SubjectAct.Merged => "Réuni à un autre sujet",
            SubjectAct.Dismissed => "Écarté",
            SubjectAct.PutOnAgenda => "Mis à l’ordre du jour",
            SubjectAct.LetGo => "Un retour en est sorti",
            SubjectAct.Joined => "Un retour y est entré",
            _ => throw new ArgumentOutOfRangeException(nameof(act), act, "No such act."),
        };

    /// <summary>What everyone may know of who did it; the name stays on the desk.</summary>
    public static string FunctionInFrench(this SubjectAct act) =>
        act == SubjectAct.PutOnAgenda ? "animation" : "modération";
}
