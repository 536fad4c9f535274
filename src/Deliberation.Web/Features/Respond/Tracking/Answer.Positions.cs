using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

internal sealed partial class Answer
{
    /// <summary>What was last replied to a minority position; null while a reply is owed.</summary>
    public ReplyShown? RepliedTo(int position) =>
        Steps
            .Where(step => step.Update is not null)
            .SelectMany(step => step.Shown([]).Replies)
            .FirstOrDefault(reply => reply.Position == position);

    /// <summary>The form has a field for each position, whether something was sent for it or not.</summary>
    private void MakeRoomForReplies()
    {
        while (Data.Replies.Count < Positions.Count)
        {
            Data.Replies.Add(null);
        }
    }

    private void AskForReplies()
    {
        foreach (var position in Positions.Where(position => RepliedTo(position.Number) is null))
        {
            Ask(
                Data.Replies.ElementAtOrDefault(position.Number - 1),
                $"{nameof(Data.Replies)}[{position.Number - 1}]",
                texts["Répondez à cette position minoritaire."]
            );
        }
    }
}
