using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>On the desk of administrators, from how many feedbacks on a committee takes up a subject.</summary>
internal sealed class ThresholdsDesk(Roles roles, FeatureTexts<ThresholdsDesk> texts) : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(
        Guid personId,
        CancellationToken cancellationToken
    ) =>
        await roles.HasAsync(personId, InstanceRole.Administrator)
            ?
            [
                new DeskCard(
                    texts["Seuils des sujets"],
                    texts["Dire à partir de combien de retours un comité examine un sujet."],
                    DecideThreshold.Address
                ),
            ]
            : [];
}
