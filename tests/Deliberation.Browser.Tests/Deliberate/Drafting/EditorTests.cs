using Deliberation.Testing;
using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Deliberate.Drafting;

/// <summary>The editor and what stands around it, for people who came to write and not to learn it.</summary>
public sealed class EditorTests : OpenWorkroom
{
    private const string FromWord = """
        <html xmlns:o="urn:schemas-microsoft-com:office:office"><body>
        <p class=MsoNormal>Huit sur dix<a href="#_ftn1" name="_ftnref1">[1]</a>.<o:p></o:p></p>
        <table class=MsoTableGrid>
        <tr><td><p class=MsoNormal>Âge</p></td><td colspan=2><p class=MsoNormal>Réponses</p></td></tr>
        <tr><td rowspan=2><p class=MsoNormal>60 ans</p></td><td><p>oui</p></td><td><p>12 %</p></td></tr>
        <tr><td><p>non</p></td><td><p>88 %</p></td></tr>
        </table>
        <div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> Enquête de 2025.</p></div>
        </body></html>
        """;

    [Fact]
    public async Task A_table_and_a_note_of_Word_are_pasted_shown_as_published_and_undone_without_touching_others_words()
    {
        var samira = await OpenAsync(Atelier.Member);
        var jean = await OpenAsync(Atelier.Facilitator);
        await samira.Locator(".cm-content").ClickAsync();
        await PasteAsync(samira, FromWord);
        await Assertions.Expect(samira.Locator("#live-status")).ToContainTextAsync("Texte collé");
        await Assertions.Expect(jean.Locator(".cm-content")).ToContainTextAsync("|  | non | 88 % |");
        await jean.Locator(".cm-content").ClickAsync();
        await jean.Keyboard.PressAsync("Control+Home");
        await jean.Keyboard.TypeAsync("De Jean. ");
        await Assertions.Expect(samira.Locator(".cm-content")).ToContainTextAsync("De Jean. ");
        await Assertions.Expect(samira.Locator(".remote-caret .name")).ToBeVisibleAsync();
        await Assertions.Expect(samira.Locator(".remote-caret .name")).Not.ToBeVisibleAsync();

        await samira.GetByRole(AriaRole.Button, new() { Name = "Aperçu" }).ClickAsync();
        var shown = samira.Locator(".editor-preview");
        await Assertions.Expect(shown.Locator("table tr")).ToHaveCountAsync(3);
        await Assertions.Expect(shown.Locator("sup")).ToHaveCountAsync(1);
        await Assertions.Expect(shown).ToContainTextAsync("Enquête de 2025.");
        await Assertions
            .Expect(samira.GetByRole(AriaRole.Button, new() { Name = "Gras" }))
            .Not.ToBeVisibleAsync();
        await Picture.TakeAsync(samira, "colle-1280");
        Assert.Empty(await samira.BarriersAsync());
        await samira.GetByRole(AriaRole.Button, new() { Name = "Revenir à l’écriture" }).ClickAsync();
        await samira.GetByRole(AriaRole.Button, new() { Name = "Annuler" }).ClickAsync();

        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("De Jean. ");
        await Assertions.Expect(jean.Locator(".cm-content")).ToHaveTextAsync("De Jean. ");
        await samira.GetByText("Raccourcis du clavier").ClickAsync();
        await Assertions.Expect(samira.Locator(".shortcuts")).ToContainTextAsync("Tab Quitter le texte");
    }

    [Fact]
    public async Task Whoever_reads_the_margin_by_keyboard_stays_there_while_others_comment()
    {
        var samira = await OpenAsync(Atelier.Member, width: 375);
        var jean = await OpenAsync(Atelier.Facilitator, scripts: false);
        await ReachByKeyboardAsync(samira, "text-margin a[href$='/amendements']");

        await jean.GotoAsync($"{Atelier.TextAddress}/commentaires");
        await jean.GetByLabel("Votre commentaire").FillAsync("D’où vient ce chiffre ?");
        await jean.PressAsync("Commenter");
        await Assertions.Expect(samira.Locator("text-margin .comment")).ToHaveCountAsync(1);

        await Assertions.Expect(samira.Locator("text-margin a[href$='/amendements']")).ToBeFocusedAsync();
        await jean.GotoAsync(Atelier.TextAddress);
        await SaveAsync(jean, "Un.");
        await Assertions.Expect(samira.Locator(".cm-content")).ToHaveTextAsync("Un.");
        await samira.GotoAsync(Atelier.Address);
        await Assertions.Expect(samira.Locator("main")).Not.ToContainTextAsync("depuis votre venue");
        await Assertions.Expect(samira.Locator("main .card")).Not.ToContainTextAsync("Nouveau pour vous");

        await samira.GotoAsync($"{Atelier.TextAddress}/historique");
        await samira.GetByLabel("Version à lire").FocusAsync();
        await samira.Keyboard.PressAsync("ArrowLeft");
        await Assertions.Expect(samira.Locator("output")).ToHaveTextAsync("0");
    }

    [Fact]
    public async Task A_facilitator_arranges_by_keyboard_and_finds_the_undo_beside_what_moved()
    {
        var jean = await OpenAsync(Atelier.Facilitator);
        await Backstage.SendAsync(
            new Web.Features.Deliberate.Drafting.Start.Command(
                Atelier.DraftId,
                Atelier.SectionId,
                "Une seconde proposition",
                Atelier.Member
            )
        );
        await jean.GotoAsync($"{Atelier.Address}/avis/{Atelier.DraftId}/plan");
        await jean.GetByRole(
                AriaRole.Button,
                new() { Name = "Monter Une seconde proposition, place 2 sur 2" }
            )
            .FocusAsync();
        await jean.Keyboard.PressAsync("Enter");
        await Assertions.Expect(jean.Locator("[data-proposal]").First).ToContainTextAsync("Une seconde");
        await Picture.TakeAsync(jean, "plan-1280");

        await ReachByKeyboardAsync(jean, "#undo button", presses: 2);
        await jean.Keyboard.PressAsync("Enter");

        await Assertions.Expect(jean.Locator("[data-proposal]").Last).ToContainTextAsync("Une seconde");
        Assert.Empty(await jean.BarriersAsync());
    }

    private static Task PasteAsync(IPage page, string html) =>
        page.EvaluateAsync(
            """
            html => {
              const data = new DataTransfer();
              data.setData('text/html', html);
              data.setData('text/plain', 'Huit sur dix');
              const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
              document.querySelector('.cm-content').dispatchEvent(paste);
            }
            """,
            html
        );
}
