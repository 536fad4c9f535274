using Deliberation.Web.Features.Verify.OpenData;
using MediatR;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>The public subjects as data, with the same counts hidden as on the pages.</summary>
internal static class PublicSubjectData
{
    public static async Task<IResult> ListAsync(
        int? p,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var page = PageData.PageNumber(p);
        var found = await mediator.Send(new ListSubjects.Query(page), cancellationToken);
        return PageData.Answer(
            context,
            new
            {
                found.Count,
                Page = page,
                Subjects = found.Subjects.Select(Of),
            }
        );
    }

    public static async Task<IResult> OneAsync(
        string number,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var found = await mediator.Send(new ShowSubject.Query(number, 1), cancellationToken);
        return PageData.Answer(
            context,
            found is null
                ? null
                : new
                {
                    Subject = Of(found.Subject),
                    found.Agenda,
                    found.Months,
                    LatestFeedbacks = found.Lines.Select(line => line.Number),
                }
        );
    }

    private static object Of(PublicSubject subject) =>
        new
        {
            subject.Number,
            subject.Name,
            subject.Theme,
            subject.Words,
            subject.Feedbacks,
            subject.LastThirtyDays,
            subject.Threshold,
            subject.ReachedAt,
            subject.OnAgendaAt,
        };
}
