using Deliberation.Domain.Deliberate.Amendments;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>What became of an amendment, in the words of the members.</summary>
internal static class AmendmentWords
{
    public static string French(this AmendmentState state) =>
        state switch
        {
            AmendmentState.Open => "En attente",
            AmendmentState.Adopted => "Adopté",
            AmendmentState.Rejected => "Rejeté",
            AmendmentState.Withdrawn => "Retiré",
            _ => "Sans objet",
        };
}
