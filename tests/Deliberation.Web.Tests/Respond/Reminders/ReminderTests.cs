using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Respond.Reminders;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Respond.Reminders;

public sealed class ReminderTests(Product product) : IClassFixture<Product>
{
    // Tuesday 9 June 2026, the working day after the due day.
    private static readonly DateOnly Due = new(2026, 6, 8);
    private static readonly DateTimeOffset DayAfter = new(2026, 6, 9, 7, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task An_agent_gets_one_letter_for_all_that_their_body_owes()
    {
        var followed = await OwingAsync();

        await RemindAsync(DayAfter);
        await RemindAsync(DayAfter.AddHours(2));

        var letters = await LettersAsync(followed.Agent);
        Assert.Single(letters);
        Assert.Contains(followed.Proposition(1), letters[0], StringComparison.Ordinal);
        Assert.Contains(followed.Proposition(3), letters[0], StringComparison.Ordinal);
        Assert.Contains($"/bureau/suivi/{followed.Proposition(2)}", letters[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_is_written_to_before_eight_in_the_morning_nor_on_a_sunday()
    {
        var followed = await OwingAsync();

        await RemindAsync(DayAfter.AddHours(-2));
        await RemindAsync(new DateTimeOffset(2026, 6, 14, 10, 0, 0, TimeSpan.Zero));

        Assert.Empty(await LettersAsync(followed.Agent));
    }

    [Fact]
    public async Task A_body_whose_clock_stands_still_is_left_in_peace()
    {
        var followed = await OwingAsync();
        foreach (var number in Enumerable.Range(1, 3))
        {
            using (product.Services.GetRequiredService<InstanceClock>().At(DayAfter.AddDays(-3)))
            {
                await product.SendAsync(
                    new Deliberation.Web.Features.Respond.Tracking.Suspend.Command(
                        followed.Agent,
                        followed.Proposition(number),
                        "Un avis du Conseil d’État est attendu."
                    )
                );
            }
        }

        await RemindAsync(DayAfter);

        Assert.Empty(await LettersAsync(followed.Agent));
    }

    private async Task<FollowedOpinion> OwingAsync()
    {
        using (product.Services.GetRequiredService<InstanceClock>().At(DayAfter.AddDays(-40)))
        {
            return await Given.FollowedOpinionAsync(product, propositions: 3, dueOn: Due);
        }
    }

    private async Task RemindAsync(DateTimeOffset now)
    {
        using (product.Services.GetRequiredService<InstanceClock>().At(now))
        {
            await product.Services.GetRequiredService<ReminderRound>().RemindAsync(CancellationToken.None);
        }
    }

    private async Task<IReadOnlyList<string>> LettersAsync(Guid agent)
    {
        var address = await product.ReadAsync(db =>
            db.Set<Person>().Where(person => person.Id == agent).Select(person => person.Email).FirstAsync()
        );
        await Mailbox.LastToAsync(product, address!); // everyone given here has an address
        var all = await Mailbox.AllAsync(product);
        return
        [
            .. all.Where(letter => letter.Contains($"To: {address}", StringComparison.OrdinalIgnoreCase)),
        ];
    }
}
