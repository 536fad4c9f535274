using System.Globalization;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Ui;
using StatusCategory = Deliberation.Domain.Respond.Tracking.StatusCategory;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>What each list of the form offers.</summary>
internal sealed partial class Answer
{
    public IReadOnlyList<Choice> Statuses =>
        [
            .. Scheme.Statuses.Select(status => new Choice(
                CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr"
                    ? status.French
                    : status.English,
                status.Code
            )),
        ];

    public IReadOnlyList<Choice> Decisions =>
        Offer<DecisionKind>(texts["Pas encore décidé"], decision => decision.French());

    public IReadOnlyList<Choice> Grounds =>
        Offer<RefusalGround>(texts["Choisir un motif"], ground => ground.French());

    public IReadOnlyList<Choice> Fidelities =>
        Offer<Fidelity>(texts["Ne pas le dire"], fidelity => fidelity.French());

    /// <summary>Is the part of the form for this decision unfolded?</summary>
    public bool Opens(DecisionKind decision) =>
        Data.Decision == decision
        || (
            decision == DecisionKind.Declined
            && Scheme.Find(Data.Status ?? "")?.Category == StatusCategory.Declined
        );

    /// <summary>The earlier answers, the latest first, that this one may correct.</summary>
    public IReadOnlyList<Choice> Corrections =>
        [
            new Choice(texts["Aucune"], ""),
            .. Steps
                .Where(step => step.Update is not null)
                .Select(step => new Choice(
                    texts["Réponse {0} : {1}", step.Update!.Number, step.StatusWord], // filtered above
                    step.Update.Number.ToString(CultureInfo.InvariantCulture)
                )),
        ];

    private Choice[] Offer<TChoice>(string none, Func<TChoice, string> french)
        where TChoice : struct, Enum =>
        [
            new Choice(none, ""),
            .. Enum.GetValues<TChoice>()
                .Select(choice => new Choice(texts[french(choice)], choice.ToString())),
        ];
}
