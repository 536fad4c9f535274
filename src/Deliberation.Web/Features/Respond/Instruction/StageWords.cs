using Deliberation.Domain.Respond.Instruction;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Where an answer under way stands, and what was done to it, in plain words.</summary>
internal static class StageWords
{
    public static string French(this AnswerStage stage) =>
        stage switch
        {
            AnswerStage.Prepared => "À relire",
            AnswerStage.SentBack => "À reprendre",
            AnswerStage.Reviewed => "À signer",
            AnswerStage.Signed => "Programmée",
            AnswerStage.Published => "Publiée",
            _ => "Abandonnée",
        };

    public static string Done(this AnswerStage stage) =>
        stage switch
        {
            AnswerStage.Prepared => "Confiée à la relecture",
            AnswerStage.SentBack => "Renvoyée",
            AnswerStage.Reviewed => "Relue",
            AnswerStage.Signed => "Signée",
            AnswerStage.Published => "Publiée par le service",
            _ => "Abandonnée par l’organisme",
        };
}
