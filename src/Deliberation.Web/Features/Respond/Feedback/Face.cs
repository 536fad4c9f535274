using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Html;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// The face of a general mark. The mouth alone tells them apart, so that a photocopy does too; the word always stands
/// beside.
/// </summary>
internal static class Face
{
    public static IHtmlContent Of(Mark mark) =>
        "svg"
            .Of("face")
            .With("viewBox", "0 0 24 24")
            .With("aria-hidden", "true")
            .With("focusable", "false")
            .Holding(
                "circle".Of().With("cx", "12").With("cy", "12").With("r", "10.5"),
                "path".Of().With("d", "M8.5 8.5v1.5M15.5 8.5v1.5"),
                "path".Of().With("d", Mouth(mark))
            );

    private static string Mouth(Mark mark) =>
        mark switch
        {
            Mark.VeryBad => "M7 17.5q5-6.5 10 0",
            Mark.Bad => "M7.5 17q4.5-3 9 0",
            Mark.Average => "M8 16h8",
            Mark.Good => "M7.5 15q4.5 3 9 0",
            Mark.VeryGood => "M7 14q5 7 10 0z",
            _ => throw new ArgumentOutOfRangeException(nameof(mark), mark, "No such mark."),
        };
}
