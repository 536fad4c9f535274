using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What each stage of a feedback is called, for readers and for its author.</summary>
internal static class StageWords
{
    public static string French(this FeedbackStage stage) =>
        stage switch
        {
            FeedbackStage.Received => "Reçu",
            FeedbackStage.Published => "Publié",
            FeedbackStage.Withheld => "Non publié",
            FeedbackStage.Spam => "Indésirable",
            FeedbackStage.PassedOn => "Transmis",
            FeedbackStage.Answered => "Réponse donnée",
            FeedbackStage.ChangePlanned => "Changement prévu",
            FeedbackStage.ChangeMade => "Changement fait",
            FeedbackStage.NoChange => "Pas de changement",
            FeedbackStage.Withdrawn => "Retiré",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
        };

    /// <summary>The same, told to the person who wrote it.</summary>
    public static string ForAuthor(this FeedbackStage stage) =>
        stage switch
        {
            FeedbackStage.Received =>
                "Nous avons reçu votre retour. Une personne va le lire avant de le publier.",
            FeedbackStage.Published => "Votre retour est publié. Tout le monde peut le lire.",
            FeedbackStage.Withheld => "Votre retour n’est pas publié.",
            FeedbackStage.Spam => "Votre retour a été pris pour de la publicité.",
            FeedbackStage.PassedOn =>
                "Votre retour est publié. Il est transmis à l’organisme qui peut y répondre.",
            FeedbackStage.Answered => "Un organisme a répondu à votre retour.",
            FeedbackStage.ChangePlanned => "Un organisme a répondu : un changement est prévu.",
            FeedbackStage.ChangeMade => "Un organisme a répondu : un changement est fait.",
            FeedbackStage.NoChange => "Un organisme a répondu : rien ne changera, et il dit pourquoi.",
            FeedbackStage.Withdrawn => "Vous avez retiré votre retour. Ses mots sont effacés.",
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "No such stage."),
        };
}
