using Deliberation.Domain.Deliberate.Ballots;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>What states, rules, choices and outcomes are called on screen.</summary>
internal static class BallotWords
{
    public static string French(this BallotState state) =>
        state switch
        {
            BallotState.Prepared => "préparé",
            BallotState.Open => "ouvert",
            BallotState.Closed => "clos",
            BallotState.Cancelled => "annulé",
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, "No such state."),
        };

    public static string French(this DecisionRule rule) =>
        rule switch
        {
            DecisionRule.SimpleMajority => "majorité simple",
            DecisionRule.AbsoluteMajority => "majorité absolue des membres",
            DecisionRule.TwoThirds => "majorité des deux tiers",
            DecisionRule.Consent => "consentement",
            DecisionRule.Unanimity => "unanimité",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
        };

    public static string Explained(this DecisionRule rule) =>
        rule switch
        {
            DecisionRule.SimpleMajority => "Plus de pour que de contre. L’égalité rejette.",
            DecisionRule.AbsoluteMajority => "Plus de la moitié de tous les membres qui peuvent voter.",
            DecisionRule.TwoThirds => "Au moins deux tiers de pour, sans compter les abstentions.",
            DecisionRule.Consent => "Personne ne s’y oppose.",
            DecisionRule.Unanimity => "Toutes les personnes qui votent sont pour.",
            _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, "No such rule."),
        };

    public static string French(this Choice choice, DecisionRule rule) =>
        (choice, rule) switch
        {
            (Choice.For, DecisionRule.Consent) => "Je suis d’accord",
            (Choice.Against, DecisionRule.Consent) => "Je m’y oppose",
            (Choice.For, _) => "Pour",
            (Choice.Against, _) => "Contre",
            (Choice.Abstain, _) => "Je m’abstiens",
            _ => throw new ArgumentOutOfRangeException(nameof(choice), choice, "No such choice."),
        };

    public static string French(this Outcome outcome) =>
        outcome switch
        {
            Outcome.Adopted => "La proposition est adoptée.",
            Outcome.Rejected => "La proposition est rejetée.",
            Outcome.QuorumMissed => "Le quorum n’est pas atteint. Rien n’est décidé, le débat continue.",
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No such outcome."),
        };
}
