namespace Deliberation.Domain.Respond.Partners;

/// <summary>What holds for the keys of partners’ programs.</summary>
public static class PartnerRules
{
    public static readonly Rule AKeyNamesItsPartner = new(
        "partners.key-names-its-partner",
        "Une clé porte le nom du partenaire, en 2 à 80 caractères."
    );

    public static readonly Rule AKeyGivesAKnownRight = new(
        "partners.key-gives-a-known-right",
        "Une clé donne un droit que ce service connaît."
    );

    public static readonly Rule SomeKeysAtOnce = new(
        "partners.some-keys-at-once",
        "Au plus 200 clés sont en service. Révoquez celles qui ne servent plus."
    );
}
