using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Reminders;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Deliberation.Web.Platform.Caching;

/// <summary>
/// Changes whenever something is kept that a public page might show. Pages are cached under it: a page made while
/// something was being kept is found again by nobody.
/// </summary>
internal sealed class PublicStamp
{
    /// <summary>Kept often, shown to no one who is not signed in. What is missing here costs a page, never shows an old one.</summary>
    private static readonly HashSet<Type> Private =
    [
        typeof(Document),
        typeof(Comment),
        typeof(Amendment),
        typeof(Verdict),
        typeof(PreparedAnswer),
        typeof(PreparedStep),
        typeof(AnswerTemplate),
        typeof(BodyReminder),
        typeof(UrgentCall),
        typeof(Visit),
        typeof(DeviceSession),
        typeof(SignInRequest),
        typeof(OutgoingMail),
        typeof(PendingEvent),
    ];

    private long current;
    private long tracker;

    public long Current => Interlocked.Read(ref current);

    /// <summary>Changes whenever the state of a proposition's treatment does.</summary>
    public long Tracker => Interlocked.Read(ref tracker);

    public static bool IsTouchedBy(ChangeTracker changes) =>
        changes
            .Entries()
            .Any(entry =>
                entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted
                && !Private.Contains(entry.Metadata.ClrType)
            );

    /// <summary>Once it is on disk.</summary>
    public void Move(bool withTracker)
    {
        if (withTracker)
        {
            Interlocked.Increment(ref tracker);
        }

        Interlocked.Increment(ref current);
    }
}
