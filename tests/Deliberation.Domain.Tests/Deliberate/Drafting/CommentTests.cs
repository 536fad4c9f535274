using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class CommentTests
{
    private static readonly Guid Samira = Guid.NewGuid();
    private static readonly Guid Jean = Guid.NewGuid();

    [Fact]
    public void A_comment_says_something_short()
    {
        RuleAssert.Breaks(CommentRules.ACommentIsShort, () => Written(" "));
        RuleAssert.Breaks(CommentRules.ACommentIsShort, () => Written(new string('a', 2_001)));
        RuleAssert.Breaks(CommentRules.ACommentIsShort, () => Written().Answer("", Jean, Given.Now));
    }

    [Fact]
    public void A_discussion_goes_on_ends_and_begins_again()
    {
        var comment = Written();

        comment.Answer("Oui.", Jean, Given.Now);
        comment.Resolve(Samira, Given.Now);
        comment.Reopen(Jean, Given.Now);

        Assert.False(comment.IsResolved);
        Assert.Equal(
            [
                typeof(CommentWritten),
                typeof(CommentAnswered),
                typeof(CommentResolved),
                typeof(CommentReopened),
            ],
            comment.TakeEvents().Select(happened => happened.GetType())
        );
    }

    [Fact]
    public void A_discussion_follows_its_words_to_another_text_of_the_same_space()
    {
        var comment = Written();
        var there = Given.Document(comment.SpaceId);

        RuleAssert.Breaks(
            ProposalRules.ATextStaysInItsSpace,
            () => comment.GoWith(Given.Document(), new Anchor(1, 0, 7), Given.Now)
        );
        comment.GoWith(there, new Anchor(1, 0, 7), Given.Now);

        Assert.Equal((there.Id, new Anchor(1, 0, 7)), (comment.DocumentId, comment.Anchor));
        Assert.Contains(comment.TakeEvents(), happened => happened is CommentMoved);
    }

    [Fact]
    public void A_closed_discussion_is_reopened_first()
    {
        var comment = Written();
        comment.Resolve(Samira, Given.Now);

        RuleAssert.Breaks(
            CommentRules.AClosedDiscussionIsReopenedFirst,
            () => comment.Answer("Encore.", Jean, Given.Now)
        );
        RuleAssert.Breaks(
            CommentRules.AClosedDiscussionIsReopenedFirst,
            () => comment.Resolve(Jean, Given.Now)
        );
    }

    [Fact]
    public void Only_a_closed_discussion_reopens() =>
        RuleAssert.Breaks(
            CommentRules.OnlyAClosedDiscussionReopens,
            () => Written().Reopen(Samira, Given.Now)
        );

    [Fact]
    public void A_discussion_has_a_limit()
    {
        var comment = Written();
        for (var i = 0; i < 200; i++)
        {
            comment.Answer("Oui.", Jean, Given.Now);
        }

        RuleAssert.Breaks(CommentRules.ADiscussionHasALimit, () => comment.Answer("Non.", Jean, Given.Now));
    }

    [Fact]
    public void Someone_called_twice_is_called_once()
    {
        var comment = Written();

        comment.Call([Jean, Samira]);
        comment.Call([Jean]);

        Assert.Equal([Jean, Samira], comment.Mentions.Select(mention => mention.PersonId));
    }

    private static Comment Written(string words = "Pourquoi lisible ?") =>
        Comment.Write(Guid.NewGuid(), Given.Document(), null, "", words, Samira, Given.Now);
}
