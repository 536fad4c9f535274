using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>On the desk of administrators: which bodies have their answers read and signed before publication.</summary>
internal sealed class InstructionDesk(Roles roles, FeatureTexts<InstructionDesk> texts) : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        await roles.HasAsync(personId, InstanceRole.Administrator)
            ?
            [
                new DeskCard(
                    texts["Organismes"],
                    texts["Choisir ceux dont les réponses sont relues et signées."],
                    "/bureau/organismes"
                ),
            ]
            : [];
}
