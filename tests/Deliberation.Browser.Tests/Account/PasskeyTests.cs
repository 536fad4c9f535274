using Microsoft.Playwright;

namespace Deliberation.Browser.Tests.Account;

/// <summary>A passkey in a real browser, with the browser's own stand-in for a device that recognises its owner.</summary>
[Collection(Living.Name)]
public sealed class PasskeyTests(LivingCommittee committee)
{
    [Fact]
    public async Task An_agent_adds_a_passkey_comes_back_with_it_and_publishes_an_answer()
    {
        var agent = await committee.EnterAsAsync("Béatrice");
        var device = await AddDeviceAsync(agent);

        await agent.GotoAsync("/compte");
        await agent.GetByRole(AriaRole.Link, new() { Name = "Mes clés d’accès" }).ClickAsync();
        await PressAsync(agent, "Créer une clé sur cet appareil");
        await agent.GetByText("Créée le").First.WaitForAsync();
        await agent.GotoAsync("/deconnexion");
        await PressAsync(agent, "Se déconnecter de cet appareil");
        await agent.GotoAsync("/connexion?retour=/bureau/suivi");
        Assert.Empty(await agent.BarriersAsync());
        await PressAsync(agent, "Entrer avec ma clé d’accès");
        await agent.WaitForURLAsync("**/bureau/suivi");

        await agent.GetByRole(AriaRole.Link, new() { NameRegex = new("^Répondre AC-") }).First.ClickAsync();
        await agent.Locator("#Data_Status").SelectOptionAsync(new SelectOptionValue { Index = 2 });
        await agent
            .Locator("#Data_Reason")
            .FillAsync("Deux cents personnes essaient la clé dans trois communes.");
        await agent.GetByLabel("Votre fonction").FillAsync("Bureau des usagers");
        await PressAsync(agent, "Voir ce que le public lira");
        await PressAsync(agent, "Publier cette réponse");

        await agent.WaitForURLAsync("**/bureau/suivi?repondu=*");
        await device.DetachAsync();
        await agent.Context.CloseAsync();
    }

    [Fact]
    public async Task A_device_that_does_not_recognise_its_owner_says_so_in_words()
    {
        var page = await committee.EnterAsAsync("Samira");
        var device = await AddDeviceAsync(page, recognises: false);
        await page.GotoAsync("/compte/cles");

        await PressAsync(page, "Créer une clé sur cet appareil");

        await page.GetByRole(AriaRole.Alert)
            .Filter(new() { HasText = "La clé n’a pas été créée" })
            .WaitForAsync();
        await device.DetachAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>https://chromedevtools.github.io/devtools-protocol/tot/WebAuthn/</summary>
    private static async Task<ICDPSession> AddDeviceAsync(IPage page, bool recognises = true)
    {
        var session = await page.Context.NewCDPSessionAsync(page);
        await session.SendAsync("WebAuthn.enable");
        await session.SendAsync(
            "WebAuthn.addVirtualAuthenticator",
            new Dictionary<string, object>
            {
                ["options"] = new Dictionary<string, object>
                {
                    ["protocol"] = "ctap2",
                    ["transport"] = "internal",
                    ["hasResidentKey"] = true,
                    ["hasUserVerification"] = true,
                    ["isUserVerified"] = recognises,
                    ["automaticPresenceSimulation"] = true,
                },
            }
        );
        return session;
    }

    private static Task PressAsync(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
