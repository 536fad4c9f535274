using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>On the desk of moderators, the subjects that have no name yet.</summary>
internal sealed class SubjectsDesk(DeliberationDb db, Roles roles, FeatureTexts<SubjectsDesk> texts)
    : IDeskEntry
{
    public async Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken)
    {
        if (!await roles.HasAsync(personId, InstanceRole.Moderator))
        {
            return [];
        }

        var unnamed = await db.Set<Subject>()
            .CountAsync(
                subject =>
                    subject.State == SubjectState.Open
                    && subject.Name == null
                    && subject.Feedbacks >= Subjects.Enough,
                cancellationToken
            );
        return
        [
            new DeskCard(
                texts["Nommer les sujets des retours"],
                texts["Dire ce que des retours semblables ont en commun."],
                KnownSubject.List,
                unnamed
            ),
        ];
    }
}
