using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests;

/// <summary>
/// An agent gives a table back, a second agent reads and signs, anyone reads the answer, a member judges it; each on a
/// phone, once without scripts, once with the keyboard alone and in English.
/// </summary>
[Collection(Living.Name)]
public sealed class FromATableToAVerdictTests(LivingCommittee committee)
{
    private const string Verdicts = "/dispositifs/comite-demo/appreciations";
    private const int MostTries = 40;

    [Theory]
    [InlineData(4, "fr", false, false)]
    [InlineData(5, "en", true, true)]
    public async Task An_answer_passes_through_the_chain_and_is_judged(
        int number,
        string language,
        bool scripts,
        bool byKeyboard
    )
    {
        var reference = $"AC-2026-01-P{number}";
        var reason = $"Les essais de la clé ont lieu à Lens ce mois-ci ({language}).";
        var reader = await Visitor.OpenAsync(committee, scripts, byKeyboard);
        var published = $"/avis/comite-demo-1/propositions/{number}?langue={language}";
        Task<Visitor> EnterAsync(string persona) =>
            Visitor.EnterAsync(committee, persona, language, scripts, byKeyboard);

        await GiveTableAsync(await EnterAsync("Karim"), reference, reason);
        await reader.Page.GotoAsync(published);
        await Expect(reader.Page.Locator("main")).Not.ToContainTextAsync(reason);
        await SignAsync(await EnterAsync("Solène"), reference, reason);
        await reader.Page.GotoAsync(published);
        await Expect(reader.Page.Locator("main")).ToContainTextAsync(reason);
        await reader.HasNoBarrierAsync();

        await JudgeAsync(await EnterAsync("Samira"), reference, reason);
    }

    private static async Task GiveTableAsync(Visitor agent, string reference, string reason)
    {
        await agent.Page.GotoAsync("/bureau/suivi/tableau");
        await agent.FillAsync(
            "#tableau textarea",
            $"Référence;Statut;Raison;Fonction\n{reference};in-progress-short;{reason};Bureau des essais"
        );
        await agent.PressAsync("#tableau button[type=submit]");
        await Expect(agent.Page.Locator("main")).ToContainTextAsync("Bureau des essais");
        await agent.HasNoBarrierAsync();
        await agent.PressAsync("#publier button");
    }

    private static async Task SignAsync(Visitor agent, string reference, string reason)
    {
        var address = $"/bureau/suivi/{reference}/relecture";
        await agent.Page.GotoAsync(address);
        await Expect(agent.Page.Locator("#apercu")).ToContainTextAsync(reason);
        await agent.PressAsync("#relire button");
        await agent.Page.GotoAsync(address);
        await agent.HasNoBarrierAsync();
        await agent.PressAsync("#signer button");
    }

    /// <summary>The members are asked a moment after the answer is public.</summary>
    private static async Task JudgeAsync(Visitor member, string reference, string reason)
    {
        var asked = $"main li:has(p:text-is('{reference}')) a[href^='{Verdicts}/']";
        for (var tries = 0; tries < MostTries; tries++)
        {
            await member.Page.GotoAsync(Verdicts);
            if (await member.Page.Locator(asked).CountAsync() > 0)
            {
                break;
            }
        }

        await member.PressAsync(asked);
        await Expect(member.Page.Locator("main")).ToContainTextAsync(reason);
        await member.ChooseAsync("#appreciation input[value=Partly]");
        await member.FillAsync("#appreciation textarea", "Le lieu est dit, la date ne l’est pas.");
        await member.PressAsync("#appreciation button[type=submit]");
        await Expect(member.Page.Locator("main .notice").First).ToBeVisibleAsync();
        await Expect(member.Page.Locator("#appreciation textarea"))
            .ToHaveValueAsync("Le lieu est dit, la date ne l’est pas.");
        await member.HasNoBarrierAsync();
    }
}
