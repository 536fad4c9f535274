using Deliberation.Domain.Respond.Reminders;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Reminders;

/// <summary>On working days from 8:00 in Paris, writes to the bodies that owe an answer.</summary>
internal sealed class ReminderRound(
    IServiceScopeFactory scopes,
    TimeProvider clock,
    ILogger<ReminderRound> log
) : Rounds(TimeSpan.FromMinutes(10), clock, log)
{
    private const int AtOnce = 500;

    private static readonly TimeOnly Morning = new(8, 0);

    public async Task RemindAsync(CancellationToken cancellationToken)
    {
        var now = Clock.GetUtcNow();
        var today = WorkingDays.DateInParis(now);
        if (!WorkingDays.Includes(today) || now < WorkingDays.At(today, Morning))
        {
            return;
        }

        foreach (var body in await OwingAsync(today, cancellationToken))
        {
            await WriteToAsync(body, today, cancellationToken);
        }
    }

    protected override Task GoRoundAsync(CancellationToken cancellationToken) =>
        RemindAsync(cancellationToken);

    private async Task<List<Guid>> OwingAsync(DateOnly today, CancellationToken cancellationToken)
    {
        var horizon = BodyReminder.Horizon(today);
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        return await db.Set<Treatment>()
            .Where(treatment => treatment.ExpectedOn <= horizon)
            .Select(treatment => treatment.BodyId)
            .Distinct()
            .Where(body => !db.Set<BodyReminder>().Any(seen => seen.Id == body && seen.LastOn >= today))
            .Order()
            .Take(AtOnce)
            .ToListAsync(cancellationToken);
    }

    // Each in a scope of its own, the letters in one transaction with the day they are for.
    private async Task WriteToAsync(Guid body, DateOnly today, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DeliberationDb>();
        var reminder = await db.Set<BodyReminder>()
            .FirstOrDefaultAsync(row => row.Id == body, cancellationToken);
        if (reminder is null)
        {
            reminder = BodyReminder.Begin(body, today);
            db.Add(reminder);
        }

        var letters = scope.ServiceProvider.GetRequiredService<ReminderLetters>();
        await letters.WriteAsync(reminder, today, cancellationToken);
        reminder.SeeTo(today);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Another node was first; or the body has just gone: the next round sees.
        }
    }
}
