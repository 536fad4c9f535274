using System.Text.RegularExpressions;
using Deliberation.Testing;

namespace Deliberation.Browser.Tests;

/// <summary>Every page, on a phone, by those it is for, measured against WCAG 2.2 AA and RGAA 4.</summary>
[Collection(Living.Name)]
public sealed partial class EveryPageTests(SiteWalk walk) : IClassFixture<SiteWalk>
{
    /// <summary>What is no page, or is reached by a form or a letter and measured where a test fills it.</summary>
    private static readonly string[] ReachedOtherwise =
    [
        // No page: files, feeds, live lines, programs, and what a form sends to.
        .. Routes
            .Written.Select(route => route.Address)
            .Where(address =>
                IsFile().IsMatch(address)
                || address.StartsWith("/api/", StringComparison.Ordinal)
                || address.StartsWith("/live/", StringComparison.Ordinal)
            ),
        "/sante",
        "/{**path}",
        "/erreur/{status:int}",
        "/compte/donnees",
        "/deconnexion",
        "/connexion/cle",
        "/bureau/cles/{id:guid}/revoquer",
        "/bureau/dispositifs/{slug}/invitations/{id:guid}/retirer",
        "/bureau/dispositifs/{slug}/membres/{id:guid}/carte",
        "/bureau/dispositifs/{slug}/membres/{id:guid}/fin",
        "/bureau/dispositifs/{slug}/membres/{id:guid}/table",
        "/bureau/personnes/{id:guid}/fin/{appointment:guid}",
        "/bureau/retours/{number}/alerter",
        "/bureau/retours/{number}/confirmer",
        "/bureau/retours/{number}/decider",
        "/bureau/retours/{number}/delier",
        "/bureau/retours/{number}/deplacer",
        "/bureau/retours/{number}/ecarter",
        "/bureau/retours/{number}/gravite",
        "/bureau/retours/{number}/indesirable",
        "/bureau/retours/{number}/lier",
        "/bureau/retours/{number}/masquer",
        "/bureau/retours/{number}/proposer",
        "/bureau/retours/{number}/publier",
        "/bureau/retours/{number}/renvoyer",
        "/bureau/retours/{number}/repondre",
        "/bureau/retours/{number}/theme",
        "/bureau/retours/{number}/transmettre",
        "/bureau/retours/sujets/{number}/ecarter",
        "/bureau/retours/sujets/{number}/fusionner",
        "/bureau/retours/sujets/{number}/nommer",
        "/retours/suivre/{token}/appreciation",
        // Around a text of the workroom; measured where two people write, comment and amend.
        "/dispositifs/{slug}/atelier/amendements/{id:guid}",
        "/dispositifs/{slug}/atelier/amendements/{id:guid}/retrait",
        "/dispositifs/{slug}/atelier/commentaires/{id:guid}",
        "/dispositifs/{slug}/atelier/propositions/{id:guid}/coupe",
        "/dispositifs/{slug}/atelier/textes/{documentId:guid}/historique/{version:int}/retour",
        "/dispositifs/{slug}/atelier/textes/{documentId:guid}/marge",
        // Opened by a letter, a card or a form; the journeys that go through them measure those that can be.
        "/compte/adresse/{token}",
        "/compte/confirmer",
        "/connexion/code",
        "/connexion/lien/{token}",
        "/invitation/{key}",
        "/bureau/dispositifs/{slug}/invitations/imprimer",
        "/avis/{slug}/editions/{edition:int}",
        "/bureau/retours/importer/{id:guid}",
        "/bureau/suivi/signatures",
        "/bureau/suivi/reprise/{id:guid}",
        "/bureau/suivi/tableau/{id:guid}",
        "/dispositifs/{slug}/avis/{avis}/apercu",
        "/dispositifs/{slug}/avis/{avis}/publication",
        "/bureau/retours/saisir/code",
        "/retours/donner/merci",
        // In a frame of another site; measured by WidgetTests.
        "/retours/integrer",
        "/retours/integrer/merci",
        "/suivi/abonnement/{token}",
        "/suivi/abonnement/{token}/fin",
        "/retours/suivre/{token}",
        "/retours/suivre/{token}/contester",
        "/retours/suivre/{token}/courriel",
        "/retours/suivre/{token}/retirer",
    ];

    [Fact]
    public void No_page_has_a_barrier()
    {
        var barriers = string.Join('\n', walk.Seen.SelectMany(page => page.Barriers));

        Assert.True(barriers.Length == 0, barriers);
    }

    [Fact]
    public void Every_page_has_one_title() =>
        Assert.Empty(walk.Seen.Where(page => page.Titles != 1).Select(page => page.Address));

    [Fact]
    public void Every_page_fits_a_phone_of_320_pixels() =>
        Assert.Empty(walk.Seen.Where(page => !page.FitsAPhone).Select(page => page.Address));

    [Fact]
    public void Every_kind_of_page_was_walked()
    {
        var walked = walk.Seen.Select(page => page.Pattern);

        var missed = Routes.Written.Select(route => route.Address).Except(walked).Except(ReachedOtherwise);

        Assert.Equal("", string.Join('\n', missed));
    }

    [GeneratedRegex(@"\.(atom|csv|js|json|jsonl|md|txt|xlsx|xml)$")]
    private static partial Regex IsFile();
}
