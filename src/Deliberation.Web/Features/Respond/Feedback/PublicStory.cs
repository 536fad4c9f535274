using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Verify.OpenData;
using MediatR;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>One public feedback as data, with its published replies; age and département stay out, as on the page.</summary>
internal static class PublicStory
{
    public static async Task<IResult> OneAsync(
        string number,
        HttpContext context,
        IMediator mediator,
        CancellationToken cancellationToken
    )
    {
        var story = await mediator.Send(new Read.Query(number), cancellationToken);
        return story is not null && !story.Feedback.Stage.IsPublic()
            ? Results.StatusCode(StatusCodes.Status410Gone)
            : PageData.Answer(context, story is null ? null : Of(story));
    }

    private static object Of(Story story)
    {
        var feedback = story.Feedback;
        var answers = feedback.Answers;
        return new
        {
            feedback.Number,
            feedback.ReceivedAt,
            feedback.PublishedAt,
            feedback.Door,
            feedback.GivenOn,
            feedback.Language,
            Mark = (int)answers.Mark,
            answers.Part,
            Easy = answers.Easy.Value,
            Hard = answers.Hard.Value,
            Text = answers.Text.Value,
            Suggestion = answers.Suggestion.Value,
            feedback.Stage,
            Replies = feedback
                .Replies.Where(reply => reply.IsPublished)
                .Select(reply => new
                {
                    Body = story.BodyName(reply.BodyId),
                    reply.Function,
                    reply.Text,
                    reply.Outcome,
                    reply.PlannedFor,
                    reply.Evidence,
                    reply.PublishedAt,
                }),
            feedback.ClosingMark,
            Propositions = story.Propositions.Select(proposition => new
            {
                proposition.Reference,
                proposition.Title,
                proposition.Address,
            }),
        };
    }
}
