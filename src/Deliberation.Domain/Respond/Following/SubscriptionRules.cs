namespace Deliberation.Domain.Respond.Following;

/// <summary>What holds for letters sent to people without an account.</summary>
public static class SubscriptionRules
{
    public static readonly Rule ASubscriptionIsConfirmedInTime = new(
        "following.confirmed-in-time",
        "Un abonnement se confirme dans les deux jours, par le lien reçu."
    );
}
