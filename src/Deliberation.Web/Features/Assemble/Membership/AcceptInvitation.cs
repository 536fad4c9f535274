using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Assemble.Membership;

/// <summary>What accepting an invitation does: a person if need be, a place, an address to confirm; all of it or nothing.</summary>
internal static class AcceptInvitation
{
    /// <param name="By">Whoever is signed in already; nothing for someone new.</param>
    /// <param name="Key">The link's token, or the card's code however it was typed.</param>
    /// <param name="Name">The name shown in the space.</param>
    /// <param name="IsPublic">Whether the public sees that name.</param>
    /// <param name="Email">An address to write to, which they will have to confirm.</param>
    internal sealed record Command(Guid? By, string Key, string? Name, bool IsPublic, string? Email)
        : IRequest<Accepted?>;

    internal sealed record Accepted(Guid PersonId, string Slug);

    internal sealed class Handler(
        DeliberationDb db,
        InvitationSearch search,
        AddressLetter letter,
        TimeProvider clock
    ) : IRequestHandler<Command, Accepted?>
    {
        public async Task<Accepted?> Handle(Command request, CancellationToken cancellationToken)
        {
            var hash = search.HashOf(request.Key);
            var key = await db.Set<InvitationKey>()
                .FirstOrDefaultAsync(row => row.Hash == hash, cancellationToken);
            if (key is null)
            {
                return null;
            }

            var invitation = await db.Set<Invitation>()
                .FirstAsync(row => row.Id == key.InvitationId, cancellationToken);
            var slug = await db.Set<Space>()
                .Where(space => space.Id == invitation.SpaceId)
                .Select(space => space.Slug)
                .FirstAsync(cancellationToken);
            var person = await UseAsync(invitation, request, cancellationToken);
            db.Remove(key);
            await db.SaveChangesAsync(cancellationToken);
            return new Accepted(person, slug);
        }

        private async Task<Guid> UseAsync(
            Invitation invitation,
            Command request,
            CancellationToken cancellationToken
        )
        {
            var now = clock.GetUtcNow();
            if (invitation.ReturningPersonId is { } returning)
            {
                invitation.Accept(now);
                return returning;
            }

            var recipient = invitation.Recipient;
            var known = await FindAsync(request.By, recipient, cancellationToken);
            invitation.Accept(now, isThereAlready: await IsThereAsync(known, invitation, cancellationToken));
            var person = known ?? Enrol(request, recipient, now);
            var place = Member.Join(
                Guid.CreateVersion7(now),
                invitation.SpaceId,
                person,
                invitation.Role,
                request.Name ?? "",
                now
            );
            place.AppearAs(request.Name ?? "", request.IsPublic);
            db.Add(place);
            return person;
        }

        /// <summary>Whoever is signed in; else the account of the address the link was sent to, which proves it theirs.</summary>
        private async Task<Guid?> FindAsync(Guid? by, string? recipient, CancellationToken cancellationToken)
        {
            var address = Person.Normalize(recipient);
            return by
                ?? await db.Set<Person>()
                    .Where(person => address != null && person.NormalizedEmail == address)
                    .Select(person => (Guid?)person.Id)
                    .FirstOrDefaultAsync(cancellationToken);
        }

        private Task<bool> IsThereAsync(
            Guid? person,
            Invitation invitation,
            CancellationToken cancellationToken
        ) =>
            db.Set<Member>()
                .AnyAsync(
                    row => row.SpaceId == invitation.SpaceId && row.PersonId == person && row.EndedAt == null,
                    cancellationToken
                );

        private Guid Enrol(Command request, string? recipient, DateTimeOffset now)
        {
            var person = Person.Enrolled(Guid.CreateVersion7(now), request.Name ?? "", recipient, now);
            db.Add(person);
            var isOther = Person.Normalize(request.Email) != Person.Normalize(recipient);
            if (!string.IsNullOrWhiteSpace(request.Email) && isOther)
            {
                letter.Write(person.Id, request.Email.Trim());
            }

            return person.Id;
        }
    }
}
