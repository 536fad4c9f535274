using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using Membership = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Those whom a remark calls, as <c>@Samira</c>, by the name they chose. They find the discussion when they come in, and
/// a letter says so, once a discussion: it leaves with the caller's own <c>SaveChangesAsync</c>.
/// </summary>
internal sealed class Calls(
    DeliberationDb db,
    TextHistory history,
    Letters letters,
    PublicAddress service,
    FeatureTexts<Calls> texts
)
{
    private const int LettersAtOnce = 20;

    public async Task MakeAsync(Comment comment, string words, Guid by, CancellationToken cancellationToken)
    {
        var people = await history.WritersAsync(comment.SpaceId, cancellationToken);
        var called = comment.Call(
            people
                .Where(person => person.Key != by && IsCalled(words, $"@{person.Value.Name}"))
                .Select(person => person.Key)
        );
        if (called.Count == 0)
        {
            return;
        }

        var space = await db.Set<Space>()
            .SingleAsync(found => found.Id == comment.SpaceId, cancellationToken);
        var readers = await db.Set<Person>()
            .Where(person => called.Contains(person.Id) && person.Email != null && person.EmailConfirmed)
            .Where(person =>
                db.Set<Membership>()
                    .Any(place =>
                        place.PersonId == person.Id && place.SpaceId == space.Id && place.EndedAt == null
                    )
            )
            .OrderBy(person => person.Id)
            .Take(LettersAtOnce)
            .ToListAsync(cancellationToken);
        readers.ForEach(reader => Write(reader, space, comment.Id, people[by].Name));
    }

    // « @Jean » does not call Jeanne.
    private static bool IsCalled(string words, string name)
    {
        var at = words.IndexOf(name, StringComparison.CurrentCultureIgnoreCase);
        return at >= 0
            && (at + name.Length == words.Length || !char.IsLetterOrDigit(words[at + name.Length]));
    }

    // What was said stays inside: a mailbox is read by others.
    private void Write(Person reader, Space space, Guid commentId, string caller)
    {
        using var _ = Spoken.In(reader.Language);
        letters.Write(
            reader.Email,
            texts["{0} vous appelle dans une discussion", caller],
            string.Join(
                "\n\n",
                texts["Bonjour,"],
                texts[
                    "{0} vous appelle dans la marge d’un texte de ce dispositif : {1}.",
                    caller,
                    space.Title
                ],
                service.Of($"/dispositifs/{space.Slug}/atelier/commentaires/{commentId}")
            )
        );
    }
}
