namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>How a door says no: problem documents (RFC 9457).</summary>
internal abstract class DoorAnswers
{
    private static readonly DoorAnswers Problems = new AsProblems();

    public static DoorAnswers For(HttpRequest request) => Problems;

    public abstract IResult Refuse(Refusal refusal);

    private sealed class AsProblems : DoorAnswers
    {
        public override IResult Refuse(Refusal refusal) => Results.Problem(refusal.Problem());
    }
}
