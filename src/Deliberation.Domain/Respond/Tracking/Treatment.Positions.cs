namespace Deliberation.Domain.Respond.Tracking;

public sealed partial class Treatment
{
    /// <summary>The numbers of the minority positions that no answer has replied to yet.</summary>
    public IReadOnlyList<int> PositionsOwed =>
        [
            .. Enumerable
                .Range(1, MinorityPositions)
                .Except(
                    updates.SelectMany(update => update.Replies?.All ?? []).Select(reply => reply.Position)
                ),
        ];

    // Owed once; what was answered elsewhere, before positions could be written here, is told as it was.
    private void RequireReplies(TreatmentAnswer answer)
    {
        var replies = answer.Replies;
        Require(replies is null || replies.AreTo(MinorityPositions), TrackingRules.AReplyIsToAPosition);
        Require(replies is null or { AreReadable: true }, TrackingRules.AReplyHasPlainWords);
        Require(
            answer is { ImportedFrom: not null, Replies: null }
                || PositionsOwed.All(owed => replies?.All.Any(reply => reply.Position == owed) is true),
            TrackingRules.EachPositionIsRepliedTo
        );
    }
}
