using System.Net;
using System.Text.Json;
using AngleSharp.Dom;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Tests.Deliberate.Drafting;

public sealed class HistoryTests(HistoryTests.Often product) : IClassFixture<HistoryTests.Often>
{
    [Fact]
    public async Task History_says_who_wrote_each_word_and_when_and_can_be_silent_about_it()
    {
        var atelier = await WrittenAsync("Un.", "Un. Deux.");
        var samira = product.Browse(atelier.Member);

        var history = await samira.GoAsync($"{atelier.TextAddress}/historique");
        var silent = await samira.GoAsync($"{atelier.TextAddress}/historique?auteurs=non");

        Assert.Equal(["Jean", "Samira"], Texts(history, "main ol[reversed] li b"));
        Assert.Equal(["[Samira] Un.", "[Jean]  Deux."], Texts(history, ".as-written .passage"));
        Assert.Equal(["Un. Deux."], Texts(silent, ".as-written"));
    }

    [Fact]
    public async Task Any_two_moments_are_compared_in_words()
    {
        var atelier = await WrittenAsync("Le carnet est gratuit.", "Le carnet reste gratuit.");
        var samira = product.Browse(atelier.Member);

        var page = await samira.GoAsync($"{atelier.TextAddress}/historique?version=2&depuis=1");

        Assert.Equal(["[ajouté :] reste [fin]"], Texts(page, ".as-written ins"));
        Assert.Equal(["[supprimé :] est [fin]"], Texts(page, ".as-written del"));
        Assert.Contains("1 mot ajouté, 1 mot supprimé", page.Words);
    }

    [Fact]
    public async Task Going_back_is_a_new_change_keeps_what_others_wrote_since_and_leaves_words_to_their_authors()
    {
        var atelier = await WrittenAsync("Un. Deux. Trois.", "Trois.");
        var jean = product.Browse(atelier.Facilitator);
        var page = await jean.GoAsync($"{atelier.TextAddress}/historique/1/retour");
        await product.SendAsync(
            new Write.Command(atelier.DocumentId, 2, "Trois. Fin.", Write.NewKey(), atelier.Facilitator)
        );

        var after = await jean.SubmitAsync(page, "form#restore");
        await jean.SendAsync(page, "form#restore");
        after = await jean.GoAsync($"{atelier.TextAddress}/historique");

        Assert.Equal(["[Samira] Un. Deux. Trois.", "[Jean]  Fin."], Texts(after, ".as-written .passage"));
    }

    [Fact]
    public async Task The_exported_history_replays_to_the_text_and_names_only_those_who_agreed()
    {
        var atelier = await WrittenAsync("Un 😀.", "Un 😀. Deux.");
        await AgreeAsync(atelier.Member);

        var lines = await product
            .Browse(atelier.Observer)
            .Client.GetStringAsync($"{atelier.TextAddress}/historique.jsonl");

        var changes = lines
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonElement.Parse(line))
            .ToList();
        Assert.Equal(
            "Un 😀. Deux.",
            changes.Aggregate("", (text, line) => WireChange.Read(line.GetProperty("change")).Apply(text))
        );
        Assert.Equal("Samira", changes[0].GetProperty("name").GetString());
        Assert.False(changes[1].TryGetProperty("name", out _));
        Assert.DoesNotContain(atelier.Facilitator.ToString(), lines, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_wrote_each_word_is_kept_now_and_then_and_is_the_same_as_from_the_first_change()
    {
        var atelier = await Given.AtelierAsync(product);
        await using var samira = await Given.LivePageAsync(product, atelier.DocumentId, atelier.Member);
        await using var jean = await Given.LivePageAsync(product, atelier.DocumentId, atelier.Facilitator);
        var chance = new Random(5);
        for (var i = 0; i < 60; i++)
        {
            var page = i % 7 < 3 ? samira : jean;
            page.Type(text =>
            {
                var from = chance.Next(text.Length + 1);
                var to = chance.Next(3) == 0 ? Math.Min(text.Length, from + 3) : from;
                return TextChange.Replace(text.Length, from, to, "mot ");
            });
            await page.SendAsync();
        }

        await Patience.UntilAsync(async () => (await KeptAsync(atelier.DocumentId)).Contains(60));
        Assert.Equal([10, 20, 30, 40, 50, 60], await KeptAsync(atelier.DocumentId));
        var log = await product.ReadAsync(db =>
            new DocumentLog(db).ChangesAsync(atelier.DocumentId, 0, 60, default)
        );
        var plain = new Attribution();
        foreach (var change in log)
        {
            plain.Follow(change.AuthorId, WireChange.Parse(change.Content));
            Assert.Equal(plain.Passages, await PassagesAsync(atelier.DocumentId, change.Version));
        }
    }

    [Fact]
    public async Task Who_wrote_an_opinion_names_only_those_who_agreed()
    {
        var atelier = await WrittenAsync("Un.", "Un. Deux.");
        await AgreeAsync(atelier.Member);

        var page = await product
            .Browse(atelier.Observer)
            .GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plumes");

        Assert.Equal(["Samira", "Membres non nommés"], Texts(page, "tbody th"));
        Assert.DoesNotContain("Jean", page.Words);
    }

    [Fact]
    public async Task Who_wrote_an_opinion_is_counted_by_table_where_a_facilitator_seated_people()
    {
        var atelier = await Given.AtelierAsync(product);
        var jean = product.Browse(atelier.Facilitator);
        for (var writer = 0; writer < Authorship.FewestAtATable; writer++)
        {
            var member = await Given.InSpaceAsync(product, atelier.Space.Id, SpaceRole.Member, "Chloé");
            var text = string.Concat(Enumerable.Repeat("Mots. ", writer + 1));
            await product.SendAsync(
                new Write.Command(atelier.DocumentId, writer, text, Write.NewKey(), member)
            );
            var place = await product.ReadAsync(db =>
                db.Set<Member>().Where(row => row.PersonId == member).Select(row => row.Id).SingleAsync()
            );
            var members = $"/bureau/dispositifs/{atelier.Space.Slug}/membres";
            await jean.SubmitAsync(
                await jean.GoAsync(members),
                $"form[action='{members}/{place}/table']",
                ("Table", "4")
            );
        }

        var page = await jean.GoAsync($"{atelier.Address}/avis/{atelier.DraftId}/plumes");

        Assert.Equal(["Table 4"], Texts(page, "tbody th"));
        Assert.DoesNotContain("Chloé", page.Words);
    }

    [Fact]
    public async Task The_history_of_a_text_of_another_space_does_not_exist_here()
    {
        var (here, elsewhere) = (await Given.AtelierAsync(product), await Given.AtelierAsync(product));
        var samira = product.Browse(here.Member);

        foreach (var end in (string[])["historique", "historique.jsonl", "historique/0/retour"])
        {
            var page = await samira.GoAsync($"{here.Address}/textes/{elsewhere.DocumentId}/{end}");
            Assert.Equal(HttpStatusCode.NotFound, page.Status);
        }
    }

    private Task<List<int>> KeptAsync(Guid documentId) =>
        product.ReadAsync(db =>
            db.Set<KeptAttribution>()
                .Where(kept => kept.DocumentId == documentId)
                .Select(kept => kept.Version)
                .Order()
                .ToListAsync()
        );

    private async Task<IReadOnlyList<Passage>> PassagesAsync(Guid documentId, int version)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var attributions = scope.ServiceProvider.GetRequiredService<Attributions>();
        return (await attributions.AtAsync(documentId, version, default)).Passages;
    }

    /// <summary>Samira writes first, Jean after.</summary>
    private async Task<Atelier> WrittenAsync(string first, string second)
    {
        var atelier = await Given.AtelierAsync(product);
        await product.SendAsync(
            new Write.Command(atelier.DocumentId, 0, first, Write.NewKey(), atelier.Member)
        );
        await product.SendAsync(
            new Write.Command(atelier.DocumentId, 1, second, Write.NewKey(), atelier.Facilitator)
        );
        return atelier;
    }

    private static IEnumerable<string> Texts(Page page, string selector) =>
        page.Document.QuerySelectorAll(selector).Select(found => found.TextContent.Trim());

    private async Task AgreeAsync(Guid person) =>
        await product.ReadAsync(async db =>
        {
            var member = await db.Set<Member>().SingleAsync(found => found.PersonId == person);
            member.AppearAs(member.Name, isPublic: true);
            return await db.SaveChangesAsync();
        });

    public sealed class Often : Product
    {
        protected override IReadOnlyDictionary<string, string> Settings =>
            new Dictionary<string, string>(StringComparer.Ordinal) { ["Drafting:SnapshotEvery"] = "10" };
    }
}
