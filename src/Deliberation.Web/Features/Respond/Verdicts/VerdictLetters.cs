using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Assemble.Membership;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>Tells the members of a space that their opinion was answered, in one letter for answers given together.</summary>
internal sealed class VerdictLetters(
    DeliberationDb db,
    Letters letters,
    PublicAddress service,
    TimeProvider clock,
    FeatureTexts<VerdictLetters> texts
)
{
    private const int MostTold = 20;
    private const int MostRounds = 500;

    /// <summary>Writes to every member with a vote, in one transaction with the mark that it was done.</summary>
    public async Task WriteToAsync(Guid spaceId, CancellationToken cancellationToken)
    {
        var rounds = await db.Set<VerdictRound>()
            .Where(round => round.SpaceId == spaceId && round.ClosedAt == null && round.ToldAt == null)
            .OrderBy(round => round.OpenedAt)
            .Take(MostRounds)
            .ToListAsync(cancellationToken);
        if (rounds.Count == 0)
        {
            return;
        }

        var space = await db.Set<Space>()
            .AsNoTracking()
            .SingleAsync(space => space.Id == spaceId, cancellationToken);
        var answered = await AnsweredAsync([.. rounds.Select(round => round.TreatmentId)], cancellationToken);
        var until = rounds.Min(round => round.ClosesAt);
        foreach (var reader in await db.VotersAsync(spaceId, cancellationToken))
        {
            Write(reader, space, answered, until);
        }

        rounds.ForEach(round => round.Tell(clock.GetUtcNow()));
        await db.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<string>> AnsweredAsync(
        IReadOnlyList<Guid> treatments,
        CancellationToken cancellationToken
    ) =>
        await db.Set<Treatment>()
            .Where(treatment => treatments.Contains(treatment.Id))
            .OrderBy(treatment => treatment.Reference)
            .Select(treatment => treatment.Reference + " · " + treatment.Title)
            .ToListAsync(cancellationToken);

    private void Write(Person reader, Space space, IReadOnlyList<string> answered, DateTimeOffset until)
    {
        using var _ = Spoken.In(reader.Language);
        string[] more = answered.Count > MostTold ? [texts["La suite se lit sur le site."]] : [];
        string[] paragraphs =
        [
            texts["Bonjour,"],
            texts.Many(
                answered.Count,
                "Une institution a répondu à {0} proposition de votre avis.",
                "Des institutions ont répondu à {0} propositions de votre avis."
            ),
            space.Title,
            .. answered.Take(MostTold),
            .. more,
            texts[
                "Dites ce que vous pensez de ces réponses, jusqu’au {0:D} au moins :",
                VerdictRound.LastDayBefore(until)
            ],
            service.Of($"/dispositifs/{space.Slug}/appreciations"),
            texts["Vous recevez cette lettre parce que vous êtes membre de ce dispositif."],
        ];
        letters.Write(
            reader.Email,
            texts["On a répondu à votre avis : qu’en pensez-vous ?"],
            string.Join("\n\n", paragraphs)
        );
    }
}
