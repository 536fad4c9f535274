using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace Deliberation.Browser.Tests;

/// <summary>
/// What a patient types becomes a change that anyone can read: patient, moderator, agent, second agent, patient, reader,
/// each on a phone; once without scripts, once with the keyboard alone and in English.
/// </summary>
[Collection(Living.Name)]
public sealed class FromASentenceToAChangeTests(LivingCommittee committee)
{
    private const string Phone = "06 98 76 54 32";

    [Theory]
    [InlineData("fr", false, false, "Changement fait")]
    [InlineData("en", true, true, "Change made")]
    public async Task A_sentence_leads_to_a_change_made(
        string language,
        bool scripts,
        bool byKeyboard,
        string changed
    )
    {
        var patient = await Visitor.OpenAsync(committee, scripts, byKeyboard);
        Task<Visitor> StaffAsync(string persona) =>
            Visitor.EnterAsync(committee, persona, language, scripts, byKeyboard);

        var code = await TypeAsync(patient, language);
        var number = await NumberAsync(patient);
        await ModerateAsync(await StaffAsync("Léa"), number);
        await AnswerAsync(await StaffAsync("Karim"), number);
        await ReadsNothingYetAsync(number, changed, language);
        await ConfirmAsync(await StaffAsync("Solène"), number);
        await CloseAsync(patient, code, changed);

        var reader = await Visitor.OpenAsync(committee, scripts, byKeyboard);
        await reader.Page.GotoAsync($"/retours/{number}?langue={language}");
        await Expect(reader.Page.Locator("main")).ToContainTextAsync(changed);
        await Expect(reader.Page.Locator("main")).ToContainTextAsync("Le bouton est deux fois plus grand");
        await Expect(reader.Page.Locator("main")).Not.ToContainTextAsync(Phone);
        Assert.Equal(language, await reader.Page.Locator("html").GetAttributeAsync("lang"));
        await reader.HasNoBarrierAsync();
    }

    /// <returns>The private code, shown once.</returns>
    private static async Task<string> TypeAsync(Visitor patient, string language)
    {
        await patient.Page.GotoAsync($"/retours?langue={language}");
        await patient.PressAsync("main a[href='/retours/donner']");
        await AnswerAsync(patient, "note", "Bad");
        await AnswerAsync(patient, "partie", "Documents");
        await SkipToAsync(patient, "recit");
        await patient.FillAsync(
            "main textarea",
            $"Le bouton Envoyer est trop petit. Rappelez-moi au {Phone}."
        );
        await SkipToAsync(patient, "apercu");

        await Expect(patient.Page.Locator("main")).Not.ToContainTextAsync(Phone);
        await Expect(patient.Page.Locator("main")).ToContainTextAsync("Le bouton Envoyer est trop petit");
        await patient.PressAsync("form#retour > .cluster button");
        return (await patient.Page.Locator("#code").InnerTextAsync()).Trim();
    }

    private static async Task SkipToAsync(Visitor patient, string step)
    {
        for (var asked = 0; asked < 12 && await StepAsync(patient) != step; asked++)
        {
            await patient.PressAsync("form#retour button:not([name])");
        }

        Assert.Equal(step, await StepAsync(patient));
    }

    private static async Task AnswerAsync(Visitor patient, string step, string choice)
    {
        Assert.Equal(step, await StepAsync(patient));
        await patient.ChooseAsync($"input[name=Answer][value={choice}]");
        await patient.PressAsync("form#retour button:not([name])");
    }

    private static Task<string?> StepAsync(Visitor patient) =>
        patient.Page.Locator("input[name=Step]").GetAttributeAsync("value");

    private static async Task<string> NumberAsync(Visitor patient) =>
        System
            .Text.RegularExpressions.Regex.Match(
                await patient.Page.Locator("main").InnerTextAsync(),
                @"RU-\d{4}-\d+",
                default,
                TimeSpan.FromSeconds(1)
            )
            .Value;

    private static async Task ModerateAsync(Visitor moderator, string number)
    {
        await moderator.Page.GotoAsync($"/bureau/retours/{number}");
        await moderator.PressAsync("#publier button");
        await moderator.Page.GotoAsync($"/bureau/retours/{number}");
        await moderator.FillAsync("#mots-cherches", "carnet");
        await moderator.PressAsync("#chercher button");
        await moderator.PressAsync("#lier button");
        await moderator.SelectAsync("#organisme", ":has-text('Agence')");
        await moderator.PressAsync("#transmettre button");
        await moderator.HasNoBarrierAsync();
    }

    private static async Task AnswerAsync(Visitor agent, string number)
    {
        await agent.Page.GotoAsync($"/bureau/retours/{number}/repondre");
        await agent.FillAsync("#repondre textarea", "Le bouton est deux fois plus grand depuis lundi.");
        await agent.ChooseAsync("#repondre input[type=radio][value=ChangeMade]");
        await agent.FillAsync("#repondre [name='Data.Evidence']", "Version 4.2 de l’application");
        await agent.FillAsync("#repondre [name='Data.Function']", "Équipe des retours d’usagers");
        await agent.PressAsync("#repondre button");
    }

    /// <summary>One person's claim of a change is not yet public.</summary>
    private async Task ReadsNothingYetAsync(string number, string changed, string language)
    {
        var reader = await committee.Chromium.OpenAsync(committee.Address, scripts: false, Visitor.Phone);
        await reader.GotoAsync($"/retours/{number}?langue={language}");
        await Expect(reader.Locator("main")).ToContainTextAsync("Le bouton Envoyer est trop petit");
        await Expect(reader.Locator("main")).Not.ToContainTextAsync(changed);
        await Expect(reader.Locator("main")).Not.ToContainTextAsync("deux fois plus grand");
    }

    private static async Task ConfirmAsync(Visitor agent, string number)
    {
        await agent.Page.GotoAsync($"/bureau/retours/{number}/repondre");
        await agent.HasNoBarrierAsync();
        await agent.PressAsync("#confirmer button");
    }

    private static async Task CloseAsync(Visitor patient, string code, string changed)
    {
        await patient.Page.GotoAsync("/retours/suivre");
        await patient.FillAsync("#suivre input[name=Code]", code);
        await patient.PressAsync("#suivre button");
        await Expect(patient.Page.Locator("main")).ToContainTextAsync(changed);
        await patient.PressAsync("#appreciation button[value=Useful]");
        await patient.HasNoBarrierAsync();
    }
}
