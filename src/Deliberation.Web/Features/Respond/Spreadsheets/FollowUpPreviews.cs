using System.Globalization;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Spreadsheets;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Spreadsheets;

/// <summary>Says, line by line, what bringing a follow-up in would add to the history of an opinion.</summary>
internal sealed class FollowUpPreviews(DeliberationDb db, Answering answering, TimeProvider clock)
{
    /// <summary>With what it would change, to be kept or only looked at; null when there is no such opinion.</summary>
    public async Task<FollowUpPreview?> OfAsync(
        KeptTable table,
        FollowUpAsked asked,
        CancellationToken cancellationToken
    )
    {
        var tracker = await db.Set<OpinionTracker>()
            .FirstOrDefaultAsync(opinion => opinion.Slug == asked.Opinion, cancellationToken);
        if (tracker is null)
        {
            return null;
        }

        var treatments = await db.Set<Treatment>()
            .Include(treatment => treatment.Updates)
            .Where(treatment => treatment.OpinionId == tracker.Id)
            .OrderBy(treatment => treatment.Number)
            .ToListAsync(cancellationToken);
        var sheet = FollowUpSheet.Read(TableFile.Read(table.Content).Rows);
        var speaker = await answering.SpeakerAsync(table.By, cancellationToken);
        var read = asked.Of(table.Id).Read(sheet, treatments, tracker.Scheme);
        return new FollowUpPreview(tracker, speaker)
        {
            Lines = [.. read.Select(line => Tried(line, speaker, tracker.Scheme))],
            Unknown = FollowUp.Unknown(sheet, tracker.Scheme),
            Stamp = string.Join(
                '.',
                treatments.Select(one => one.AnswerCount.ToString(CultureInfo.InvariantCulture))
            ),
        };
    }

    private FollowUpShown Tried(BroughtLine line, Body speaker, StatusScheme scheme)
    {
        if (line.Earlier is null || line.Treatment is null)
        {
            return new FollowUpShown(line, line.Flaws, null);
        }

        try
        {
            var now = clock.GetUtcNow();
            var after = line.Treatment.RehearseEarlier(line.Earlier, speaker, scheme, now);
            return new FollowUpShown(line, [], after);
        }
        catch (RuleBroken broken)
        {
            return new FollowUpShown(line, [new Flaw(broken.Rule)], null);
        }
    }
}

/// <summary>What is said of a follow-up besides its lines; it stands in the address of the preview.</summary>
/// <param name="Opinion">The last part of the opinion's address.</param>
/// <param name="Words">What was chosen for the words that the scale does not know.</param>
internal sealed record FollowUpAsked(
    string Opinion,
    string Source,
    DateOnly AsOf,
    string Function,
    IReadOnlyDictionary<string, string> Words
)
{
    public FollowUp Of(Guid key) => new(key, Source, AsOf, Function) { Words = Words };
}

/// <summary>What a follow-up would bring in.</summary>
internal sealed record FollowUpPreview(OpinionTracker Tracker, Body Speaker)
{
    public required IReadOnlyList<FollowUpShown> Lines { get; init; }

    /// <summary>Words that the scale does not know.</summary>
    public required IReadOnlyList<string> Unknown { get; init; }

    /// <summary>How many answers each proposition had.</summary>
    public required string Stamp { get; init; }

    public int Count(LineView view) => Lines.Count(line => line.View == view);
}

/// <summary>One line and what it would bring in now.</summary>
internal sealed record FollowUpShown(BroughtLine Brought, IReadOnlyList<Flaw> Flaws, TreatmentUpdate? After)
{
    public LineView View =>
        Flaws.Count > 0 ? LineView.Refusees
        : After is null ? LineView.Inchangees
        : LineView.Changements;
}
