using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Assemble.Membership;
using Deliberation.Web.Features.Publish.Opinions;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Publish.MinorityPositions;

/// <summary>
/// Writes to the members when an opinion is being assembled, while a minority position can still be written and signed.
/// One letter for each edition, however often it is assembled; none when nothing in it is open to dissent.
/// </summary>
internal sealed class WhenAssembled(
    DeliberationDb db,
    Letters letters,
    PublicAddress service,
    TimeProvider clock,
    FeatureTexts<WhenAssembled> texts
) : INotificationHandler<Happened<EditionAssembled>>
{
    public Task Handle(Happened<EditionAssembled> notification, CancellationToken cancellationToken) =>
        db.InOneTransactionAsync(() => TellAsync(notification.Event, cancellationToken), cancellationToken);

    // A reaction may run twice, or after the edition was published.
    private async Task<bool> TellAsync(EditionAssembled assembled, CancellationToken cancellationToken)
    {
        var isTold = await db.Set<ToldOfDissent>()
            .AnyAsync(
                told => told.OpinionId == assembled.OpinionId && told.Edition == assembled.Edition,
                cancellationToken
            );
        var opinion = await db.Set<Opinion>()
            .Whole()
            .AsNoTracking()
            .FirstAsync(opinion => opinion.Id == assembled.OpinionId, cancellationToken);
        if (isTold || opinion.Pending is not { } edition || edition.Number != assembled.Edition)
        {
            return false;
        }

        var open = edition.Propositions.Count(request => opinion.IsOpenToDissent(request.ProposalId));
        if (open == 0)
        {
            return false;
        }

        db.Add(
            new ToldOfDissent
            {
                OpinionId = opinion.Id,
                Edition = edition.Number,
                At = clock.GetUtcNow(),
            }
        );
        await WriteAsync(opinion, edition.Title, open, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task WriteAsync(
        Opinion opinion,
        string title,
        int open,
        CancellationToken cancellationToken
    )
    {
        var space = await db.Set<Space>()
            .AsNoTracking()
            .SingleAsync(space => space.Id == opinion.SpaceId, cancellationToken);
        foreach (var reader in await db.VotersAsync(space.Id, cancellationToken))
        {
            Write(
                reader,
                (space.Title, $"/dispositifs/{space.Slug}/avis/{opinion.Slug}/positions"),
                title,
                open
            );
        }
    }

    private void Write(Person reader, (string Title, string Positions) space, string title, int open)
    {
        using var _ = Spoken.In(reader.Language);
        string[] paragraphs =
        [
            texts["Bonjour,"],
            texts["Votre avis est prêt à être relu, puis publié :"],
            $"{title}\n{space.Title}",
            texts.Many(
                open,
                "Il contient {0} proposition adoptée qui n’est pas encore publiée.",
                "Il contient {0} propositions adoptées qui ne sont pas encore publiées."
            ),
            texts[
                "Si vous ne partagez pas une proposition, vous pouvez le dire à côté d’elle, seul ou à plusieurs. L’institution devra aussi vous répondre."
            ],
            texts["Une position minoritaire s’écrit et se signe ici, jusqu’à la publication :"],
            service.Of(space.Positions),
            texts["Votre vote reste secret : signer n’en dit rien."],
            texts["Vous recevez cette lettre parce que vous êtes membre de ce dispositif."],
        ];
        letters.Write(
            reader.Email,
            texts["Votre avis va être publié : une position minoritaire ?"],
            string.Join("\n\n", paragraphs)
        );
    }
}
