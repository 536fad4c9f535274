using Deliberation.Domain.Respond.Tracking;
using Deliberation.Domain.Respond.Verdicts;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Features.Verify.OpenData;

namespace Deliberation.Web.Features.Respond.Verdicts;

/// <summary>
/// One published result as data: the columns of the CSV, the members of the JSON and the fields of the Table Schema, in
/// this order. A column once published keeps its name and its meaning.
/// </summary>
internal sealed record VerdictRecord(
    string Reference,
    string Opinion,
    int Number,
    int Answer,
    string OpenedAt,
    string ClosedAt,
    bool Superseded,
    int Members,
    int Expressed,
    int Satisfying,
    int Partly,
    int Insufficient,
    int NoOpinion,
    int Share,
    int Threshold,
    int Faithful,
    int Adapted,
    int Weakened,
    int Contrary,
    int TooEarly,
    string? BodyFidelity,
    string? SecondAnswerDueOn,
    string Address
) : IOpenLine
{
    /// <summary>In the order of the columns.</summary>
    public object?[] Cells() =>
        [
            Reference,
            Opinion,
            Number,
            Answer,
            OpenedAt,
            ClosedAt,
            Superseded,
            Members,
            Expressed,
            Satisfying,
            Partly,
            Insufficient,
            NoOpinion,
            Share,
            Threshold,
            Faithful,
            Adapted,
            Weakened,
            Contrary,
            TooEarly,
            BodyFidelity,
            SecondAnswerDueOn,
            Address,
        ];

    /// <param name="round">Closed.</param>
    /// <param name="site">Scheme and host, so that the address can be followed from a file.</param>
    public static VerdictRecord Of(
        VerdictRound round,
        (string Reference, string Slug) opinion,
        int number,
        Fidelity? byTheBody,
        string site
    )
    {
        var result = round.Result!; // closed
        return new VerdictRecord(
            round.Reference,
            opinion.Reference,
            number,
            round.AnswerNumber,
            Iso.Moment(round.OpenedAt),
            Iso.Moment(round.ClosedAt ?? round.ClosesAt),
            round.IsSuperseded,
            result.Members,
            result.Expressed,
            result.Satisfying,
            result.Partly,
            result.Insufficient,
            result.NoOpinion,
            result.Share,
            round.Threshold,
            result.Faithful,
            result.Adapted,
            result.Weakened,
            result.Contrary,
            result.TooEarly,
            TreatmentRecord.Code(byTheBody),
            Iso.Day(round.SecondAnswerDueOn),
            site + VerdictShown.AddressOf(opinion.Slug, number, round.AnswerNumber)
        );
    }
}
