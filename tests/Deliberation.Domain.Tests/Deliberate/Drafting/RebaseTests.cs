using System.Globalization;
using Deliberation.Domain.Deliberate.Drafting;
using static Deliberation.Domain.Deliberate.Drafting.TextSection;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class RebaseTests
{
    /// <summary>How many rooms are simulated; <c>DRAFTING_SESSIONS=10000</c> for the long run.</summary>
    private static readonly int Sessions = int.Parse(
        Environment.GetEnvironmentVariable("DRAFTING_SESSIONS") ?? "1000",
        CultureInfo.InvariantCulture
    );

    [Fact]
    public void After_any_interleaving_and_disconnection_all_pages_and_the_server_hold_the_same_text()
    {
        for (var seed = 0; seed < Sessions; seed++)
        {
            var room = new SimulatedRoom(seed);

            room.LetTimePass(120);
            room.LetEveryoneFinish();

            Assert.All(
                room.Everywhere,
                text => Assert.True(room.Text == text, $"Room {seed} drifted apart.")
            );
            Assert.Equal(room.Replayed, room.Text);
            Assert.Equal(room.Typed, room.Log.Select(c => (c.ClientId, c.Sequence)).Distinct().Count());
            Assert.Equal(room.Typed, room.Log.Count);
        }
    }

    [Fact]
    public void What_was_already_accepted_is_not_accepted_again()
    {
        var first = new ClientChange("page", 0, TextChange.Replace(0, 0, 0, "un"));
        var second = new ClientChange("page", 1, TextChange.Replace(2, 2, 2, " deux"));

        var left = Rebase.Over([first, second], [first]);

        Assert.Same(second, Assert.Single(left));
    }

    [Fact]
    public void A_late_change_is_moved_over_what_was_accepted_meanwhile()
    {
        var late = new ClientChange("late", 0, TextChange.From([Keep(3), Replace(0, "!")]));
        var other = new ClientChange("other", 0, TextChange.From([Replace(0, "Oh, "), Keep(3)]));

        var moved = Assert.Single(Rebase.Over([late], [other]));

        Assert.Equal("Oh, oui!", moved.Change.Apply("Oh, oui"));
    }

    [Fact]
    public void Words_between_two_deletions_of_others_stay_where_every_browser_puts_them()
    {
        const string text = "abcd";
        var mine = new ClientChange("me", 0, TextChange.Replace(4, 2, 2, "X"));
        var first = new ClientChange("other", 0, TextChange.Replace(4, 0, 2, ""));
        var second = new ClientChange("other", 1, TextChange.Replace(2, 0, 2, "Y"));

        var moved = Assert.Single(Rebase.Over([mine], [first, second]));

        var onServer = moved.Change.Apply(second.Change.Apply(first.Change.Apply(text)));
        var onMyPage = Received(mine.Change, mine.Change.Apply(text), [first.Change, second.Change]);
        Assert.Equal(onMyPage, onServer);
    }

    private static string Received(TextChange mine, string text, IEnumerable<TextChange> others)
    {
        foreach (var other in others)
        {
            text = other.Map(mine, before: true).Apply(text);
            mine = mine.Map(other);
        }

        return text;
    }
}
