using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What the form asks for beside each field; the rules themselves are the domain's.</summary>
internal sealed partial class Answer
{
    private bool IsComplete()
    {
        Ask(Data.Status, nameof(Data.Status), texts["Choisissez un statut."]);
        Ask(Data.Reason, nameof(Data.Reason), texts["Expliquez ce statut en mots simples."]);
        Ask(Data.Function, nameof(Data.Function), texts["Indiquez votre fonction."]);
        AskForReplies();
        AskForTheDecision();
        AskForLaws();
        AskForDocuments();
        if (!string.IsNullOrWhiteSpace(Data.CheckedBy))
        {
            Ask(
                Data.EvidenceLink,
                nameof(Data.EvidenceLink),
                texts["Donnez le lien vers le constat de ce tiers."]
            );
        }

        return ModelState.IsValid;
    }

    private void AskForTheDecision()
    {
        var isRefused = Scheme.Find(Data.Status ?? "")?.Category == StatusCategory.Declined;
        switch (Data.Decision)
        {
            case DecisionKind.Declined:
                AskForTheRefusal();
                break;
            case var _ when isRefused:
                Refuse(
                    nameof(Data.Decision),
                    texts["Ce statut est un refus : choisissez la décision « Refusée »."]
                );
                break;
            case DecisionKind.AcceptedInPart:
                Ask(Data.Kept, nameof(Data.Kept), texts["Dites ce qui est retenu."]);
                Ask(Data.NotKept, nameof(Data.NotKept), texts["Dites ce qui n’est pas retenu."]);
                break;
            case DecisionKind.PassedOn:
                Ask(
                    Data.PassedOnTo,
                    nameof(Data.PassedOnTo),
                    texts["Dites à qui la proposition est transmise."]
                );
                break;
        }
    }

    private void AskForTheRefusal()
    {
        Ask(Data.Ground?.ToString(), nameof(Data.Ground), texts["Choisissez le motif du refus."]);
        Ask(Data.WouldChange, nameof(Data.WouldChange), texts["Dites ce qui changerait la décision."]);
        Ask(
            Data.EvidenceLink + Data.EvidenceCitation,
            nameof(Data.EvidenceLink),
            texts["Appuyez le refus sur un lien ou un document cité."]
        );
    }

    private void AskForLaws()
    {
        LawReference.Read(Data.Laws, out var refused);
        if (refused is not null)
        {
            Refuse(
                nameof(Data.Laws),
                texts["« {0} » n’est ni un numéro NOR ni une adresse ELI. Exemple : SSAX2100123D.", refused]
            );
        }
    }

    private void AskForDocuments()
    {
        DocumentReference.Read(Data.Documents, out var refused);
        if (refused is not null)
        {
            Refuse(
                nameof(Data.Documents),
                texts["« {0} » : écrivez un titre, puis une adresse qui commence par https://", refused]
            );
        }
    }

    private void Ask(string? value, string field, string message)
    {
        if (string.IsNullOrWhiteSpace(value))
        {
            Refuse(field, message);
        }
    }

    private void Refuse(string field, string message) =>
        ModelState.AddModelError($"{nameof(Data)}.{field}", message);
}
