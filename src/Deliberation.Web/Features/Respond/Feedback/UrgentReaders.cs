using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Who is written to when urgent feedback comes: everyone who moderates, but those who chose not to be.</summary>
internal sealed class UrgentReaders(DeliberationDb db)
{
    private const int Most = 100;

    /// <summary>Those to write to, at most 100; all that can be written to when each of them chose not to be.</summary>
    public async Task<IReadOnlyList<Person>> ToldAsync(CancellationToken cancellationToken)
    {
        var told = await Told().AsNoTracking().Take(Most).ToListAsync(cancellationToken);
        return told.Count > 0
            ? told
            : await Reachable().AsNoTracking().Take(Most).ToListAsync(cancellationToken);
    }

    /// <summary>How many receive the letter, besides one person.</summary>
    public Task<int> CountOthersAsync(Guid person, CancellationToken cancellationToken) =>
        Told().CountAsync(other => other.Id != person, cancellationToken);

    /// <summary>Whether a letter can reach anybody.</summary>
    public Task<bool> AnyAsync(CancellationToken cancellationToken) =>
        Reachable().AnyAsync(cancellationToken);

    private IQueryable<Person> Told() =>
        Reachable().Where(person => !db.Set<UrgentSilence>().Any(one => one.PersonId == person.Id));

    private IQueryable<Person> Reachable() =>
        db.Set<Person>()
            .Where(person => person.Email != null && person.EmailConfirmed)
            .Where(person =>
                db.Set<Appointment>()
                    .Any(post =>
                        post.PersonId == person.Id
                        && post.Role == InstanceRole.Moderator
                        && post.EndedAt == null
                    )
            )
            .OrderBy(person => person.Id);
}
