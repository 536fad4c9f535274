using System.Net;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Deliberation.Web.Tests.Platform.Seeding;

/// <summary>The product with the real documents and the worked example, loaded once for these tests.</summary>
public sealed class SeededProduct : Product
{
    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>(StringComparer.Ordinal) { ["Seed"] = "demo" };

    public DoubtfulQueries Doubtful { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureLogging(logging => logging.AddProvider(Doubtful));
    }
}

public sealed class SeedTests(SeededProduct product) : IClassFixture<SeededProduct>
{
    /// <summary>Source: table of 10 January 2022, annex 1 of the analysis of the committee's opinion.</summary>
    private static readonly Dictionary<string, int> OnTenJanuary2022 = new(StringComparer.Ordinal)
    {
        ["taken-into-account"] = 17,
        ["taken-into-account-v0"] = 14,
        ["in-progress-short"] = 2,
        ["in-progress-long"] = 5,
        ["under-review-no-law"] = 18,
        ["under-review-law"] = 8,
    };

    [Fact]
    public async Task The_64_propositions_of_2021_have_the_six_statuses_of_10_January_2022()
    {
        var treatments = await product.ReadAsync(db =>
            db.Set<Treatment>()
                .Include(treatment => treatment.Updates)
                .Where(treatment => treatment.Reference.StartsWith("AC-2021-01-P"))
                .ToListAsync()
        );

        Assert.Equal(64, treatments.Count);
        Assert.All(treatments, treatment => Assert.Equal(new DateOnly(2022, 1, 10), DateOf(treatment)));
        var counted = treatments
            .CountBy(treatment => treatment.Latest!.Status)
            .ToDictionary(StringComparer.Ordinal);
        Assert.Equal(OnTenJanuary2022, counted);
    }

    [Fact]
    public async Task The_register_of_what_was_loaded_is_whole()
    {
        var entries = await product.ReadAsync(db =>
            db.Set<LedgerEntry>().AsNoTracking().OrderBy(entry => entry.Number).ToListAsync()
        );

        Assert.True(entries.Count > 200, $"{entries.Count} entries");
        Assert.Empty(LedgerChain.Verify(entries));
    }

    [Fact]
    public async Task The_convention_counts_what_our_source_does_not_describe()
    {
        var page = await product.Browse().GoAsync("/avis/convention-citoyenne-2025");

        Assert.Equal(6, await CountAsync("AC-2025-01-P"));
        Assert.Contains("seize propositions", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_number_or_address_typed_in_a_feedback_was_kept()
    {
        var texts = await product.ReadAsync(db =>
            db.Set<Feedback>().Select(feedback => feedback.Answers).ToListAsync()
        );

        Assert.Equal(241 + 65, texts.Count);
        Assert.DoesNotContain(
            texts.SelectMany(answers => answers.Texts),
            text =>
                System.Text.RegularExpressions.Regex.IsMatch(
                    text.Value,
                    @"0[67]( ?\d\d){4}|\S+@\S+\.\w+",
                    default,
                    TimeSpan.FromSeconds(1)
                )
        );
    }

    [Fact]
    public async Task The_example_has_an_open_ballot_late_answers_and_two_published_opinions_beside_it()
    {
        var suivi = await product.Browse().GoAsync("/suivi?retard=true");

        Assert.Contains("AC-2026-01-P8", suivi.Words, StringComparison.Ordinal);
        Assert.Equal(
            3,
            await product.ReadAsync(db => db.Set<Opinion>().CountAsync(opinion => opinion.CurrentEdition > 0))
        );
    }

    [Fact]
    public async Task The_example_shows_feedback_entered_by_a_mediator_on_the_desk_and_in_public()
    {
        var typed = await product.ReadAsync(db =>
            db.Set<Feedback>()
                .Where(feedback => feedback.Door == Door.Paper || feedback.Door == Door.Phone)
                .Select(feedback => new { feedback.Number, feedback.IsPublic })
                .ToListAsync()
        );
        var moderator = product.Browse(await Given.InInstanceAsync(product, InstanceRole.Moderator));

        var waiting = await moderator.GoAsync($"/bureau/retours/{typed.First(one => !one.IsPublic).Number}");
        var shown = await product.Browse().GoAsync($"/retours/{typed.First(one => one.IsPublic).Number}");
        var page = await product.Browse().GoAsync("/retours");

        Assert.Equal(17, typed.Count);
        Assert.Contains("Saisi par un médiateur", waiting.Words, StringComparison.Ordinal);
        Assert.Contains("Saisi par un médiateur", shown.Words, StringComparison.Ordinal);
        Assert.Contains("Médiateur, sur papier ou par téléphone", page.Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Loading_and_the_first_pages_ask_nothing_whose_answer_may_change()
    {
        foreach (
            var address in new[] { "/", "/retours", "/retours/sujets", "/suivi", "/registre", "/donnees" }
        )
        {
            Assert.Equal(HttpStatusCode.OK, (await product.Browse().GoAsync(address)).Status);
        }

        Assert.Empty(product.Doubtful.Found);
    }

    private static DateOnly DateOf(Treatment treatment) =>
        DateOnly.FromDateTime(treatment.Latest!.At.UtcDateTime);

    private Task<int> CountAsync(string prefix) =>
        product.ReadAsync(db =>
            db.Set<Treatment>().CountAsync(treatment => treatment.Reference.StartsWith(prefix))
        );
}
