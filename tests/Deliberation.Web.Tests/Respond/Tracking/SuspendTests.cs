using System.Net;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Respond.Tracking;

public sealed class SuspendTests(Product product) : IClassFixture<Product>
{
    private const string Why = "Le Conseil d’État rend son avis <b>en mai</b>.";

    private static readonly DateOnly Today = WorkingDays.DateInParis(DateTimeOffset.UtcNow);

    [Fact]
    public async Task A_suspended_delay_is_public_with_its_reason_and_is_late_no_more_until_it_resumes()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1, dueOn: Today.AddDays(3));
        var agent = product.Browse(followed.Agent);
        var form = await agent.GoAsync(Address(followed));

        await agent.SubmitAsync(form, "form#suspendre", ("Data.Reason", Why));

        var proposition = followed.Proposition(1);
        var row = await RowAsync(proposition);
        Assert.Equal((null, Today), (row.ExpectedOn, row.SuspendedOn));
        var act = await product.ReadAsync(db =>
            db.Set<LedgerEntry>()
                .SingleAsync(entry => entry.Subject == proposition && entry.Kind == "TreatmentSuspended")
        );
        Assert.Contains("Conseil d’État", act.Content, StringComparison.Ordinal);
        var tracker = await product.Browse().GoAsync($"/suivi/{followed.Opinion.Slug}");
        Assert.Contains(
            "Délai suspendu depuis",
            tracker.Document.Body!.TextContent,
            StringComparison.Ordinal
        );
        var silence = await product.Browse().GoAsync($"/suivi/sans-reponse?organisme={followed.Body.Key}");
        Assert.Contains("Délai suspendu", silence.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_day_the_clock_runs_again_from_where_it_stood()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1, dueOn: Today.AddDays(30));
        var agent = product.Browse(followed.Agent);
        var yesterday = DateTimeOffset.UtcNow.AddDays(-1);
        using (product.Services.GetRequiredService<InstanceClock>().At(yesterday))
        {
            await product.SendAsync(new Suspend.Command(followed.Agent, followed.Proposition(1), Why));
        }

        var form = await agent.GoAsync(Address(followed));
        await agent.SubmitAsync(form, "form#reprendre");

        var row = await RowAsync(followed.Proposition(1));
        var stoodStill = WorkingDays.Includes(WorkingDays.DateInParis(yesterday)) ? 1 : 0;
        Assert.Equal(WorkingDays.Add(Today.AddDays(30), stoodStill), row.ExpectedOn);
        Assert.Null(row.SuspendedOn);
    }

    [Fact]
    public async Task The_past_is_told_as_it_was_then()
    {
        var followed = await FollowedAsync(daysAgo: 40, dueOn: Today.AddDays(-20));
        using (At(30))
        {
            await product.SendAsync(new Suspend.Command(followed.Agent, followed.Proposition(1), Why));
        }

        using (At(25))
        {
            await product.SendAsync(
                new Answer.Command(
                    followed.Agent,
                    followed.Proposition(1),
                    Given.Answer() with
                    {
                        NextUpdateOn = Today.AddDays(-5),
                    }
                )
            );
        }

        async Task<DateOnly?> DueAsync(int daysAgo) =>
            (await RowAsync(followed.Proposition(1), daysAgo)).ExpectedOn;

        Assert.Equal(Today.AddDays(-20), await DueAsync(35));
        Assert.Null(await DueAsync(28));
        Assert.NotNull((await RowAsync(followed.Proposition(1), 28)).SuspendedOn);
        Assert.Equal(Today.AddDays(-5), await DueAsync(20));
    }

    [Fact]
    public async Task A_suspension_without_a_reason_is_asked_again_and_one_too_short_is_refused()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1, dueOn: Today.AddDays(3));
        var agent = product.Browse(followed.Agent);
        var form = await agent.GoAsync(Address(followed));

        var empty = await agent.SubmitAsync(form, "form#suspendre", ("Data.Reason", " "));
        var tooShort = await agent.SubmitAsync(form, "form#suspendre", ("Data.Reason", "Élections"));

        Assert.Contains("Dites pourquoi", empty.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tooShort.Status);
        Assert.Contains(
            DeadlineRules.ASuspensionSaysWhy.Sentence,
            tooShort.Document.Body!.TextContent,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_agent_of_another_body_neither_sees_nor_stops_the_clock()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1, dueOn: Today.AddDays(3));
        var other = await Given.FollowedOpinionAsync(product, 1, dueOn: Today.AddDays(3));
        var stranger = product.Browse(other.Agent);
        var own = await stranger.GoAsync(Address(other));

        var seen = await stranger.GoAsync(Address(followed));
        own.Document.QuerySelector("form#suspendre")!.SetAttribute("action", Address(followed));
        var sent = await stranger.SubmitAsync(own, "form#suspendre", ("Data.Reason", Why));

        Assert.Equal((HttpStatusCode.Forbidden, HttpStatusCode.Forbidden), (seen.Status, sent.Status));
        Assert.Null((await RowAsync(followed.Proposition(1))).SuspendedOn);
    }

    [Fact]
    public async Task A_proposition_that_does_not_exist_has_no_delay()
    {
        var followed = await Given.FollowedOpinionAsync(product, 1);

        var page = await product.Browse(followed.Agent).GoAsync("/bureau/suivi/AC-1999-01-P1/delai");

        Assert.Equal(HttpStatusCode.NotFound, page.Status);
    }

    private static string Address(FollowedOpinion followed) =>
        $"/bureau/suivi/{followed.Proposition(1)}/delai";

    private async Task<TreatmentRow> RowAsync(string reference, int? daysAgo = null)
    {
        await using var scope = product.Services.CreateAsyncScope();
        DateTimeOffset? before = daysAgo is { } days ? DateTimeOffset.UtcNow.AddDays(-days) : null;
        return await scope
            .ServiceProvider.GetRequiredService<TreatmentList>()
            .Rows(before)
            .SingleAsync(row => row.Reference == reference);
    }

    private async Task<FollowedOpinion> FollowedAsync(int daysAgo, DateOnly dueOn)
    {
        using (At(daysAgo))
        {
            return await Given.FollowedOpinionAsync(product, 1, dueOn);
        }
    }

    private IDisposable At(int daysAgo) =>
        product.Services.GetRequiredService<InstanceClock>().At(DateTimeOffset.UtcNow.AddDays(-daysAgo));
}
