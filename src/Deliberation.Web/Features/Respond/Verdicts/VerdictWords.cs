using Deliberation.Domain.Respond.Verdicts;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>What members may think of an answer, in plain words.</summary>
internal static class VerdictWords
{
    public static string French(this Judgement judgement) =>
        judgement switch
        {
            Judgement.Satisfying => "Satisfaisante",
            Judgement.Partly => "Satisfaisante en partie",
            Judgement.Insufficient => "Insuffisante",
            _ => "Sans avis",
        };
}
