using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class AttributionTests
{
    private static readonly Guid[] People = [Guid.NewGuid(), Guid.NewGuid(), Guid.NewGuid()];

    [Fact]
    public void Each_word_belongs_to_who_wrote_it_and_none_is_lost_or_counted_twice()
    {
        var chance = new Random(3);
        for (var run = 0; run < 200; run++)
        {
            // The plain way to say it: one author beside each character.
            var (text, authors) = ("", new List<Guid>());
            var attribution = new Attribution();
            for (var i = 0; i < 30; i++)
            {
                var author = People[chance.Next(3)];
                var change =
                    text.Length == 0
                        ? TextChange.Replace(0, 0, 0, Drawn.Text(chance, 9))
                        : Drawn.Change(chance, text);
                (text, authors) = (change.Apply(text), Follow(authors, change, author));
                attribution.Follow(author, change);
            }

            Assert.Equal(text.Length, attribution.Length);
            Assert.Equal(text.Length, attribution.Passages.Sum(passage => passage.Length));
            Assert.Equal(
                authors,
                attribution.Passages.SelectMany(p => Enumerable.Repeat(p.Author, p.Length))
            );
            Assert.All(
                attribution.Passages.Zip(attribution.Passages.Skip(1)),
                pair => Assert.NotEqual(pair.First.Author, pair.Second.Author)
            );
        }
    }

    [Fact]
    public void Words_brought_from_elsewhere_stay_with_who_wrote_them()
    {
        var chance = new Random(4);
        for (var run = 0; run < 200; run++)
        {
            var (before, target, after) = (Drawn.Text(chance, 40), "", new Attribution());
            for (var i = 0; i < 6; i++)
            {
                var keystroke = Drawn.Keystroke(chance, target);
                after.Follow(People[chance.Next(3)], keystroke);
                target = keystroke.Apply(target);
            }

            var whole = TextChange.Replace(before.Length, 0, before.Length, target);
            var live = new LiveText(before, 0);
            var held = new Attribution();
            held.Follow(People[2], TextChange.Replace(0, 0, 0, before));
            foreach (
                var (piece, i) in AuthorsKept.Split(whole, after, People[2]).Select((piece, i) => (piece, i))
            )
            {
                foreach (var accepted in live.Accept(piece.Author, 0, [new($"piece-{i}", 0, piece.Change)]))
                {
                    held.Follow(piece.Author, accepted.Change);
                }
            }

            Assert.Equal(target, live.ToString());
            Assert.Equal(after.Passages, held.Passages);
        }
    }

    [Fact]
    public void A_change_of_another_text_is_refused() =>
        RuleAssert.Breaks(
            DraftingRules.AChangeFitsItsText,
            () => new Attribution().Follow(People[0], TextChange.Replace(3, 0, 1, "a"))
        );

    [Fact]
    public void Only_those_who_agreed_are_named_and_the_others_are_counted_by_tables_of_three_at_least()
    {
        Guid[] writers = [.. Enumerable.Range(0, 8).Select(_ => Guid.NewGuid())];
        Byline[] bylines =
        [
            new(IsNamed: true, Table: 1),
            .. Enumerable.Repeat(new Byline(IsNamed: false, Table: 1), 3),
            .. Enumerable.Repeat(new Byline(IsNamed: false, Table: 2), 2),
            new(IsNamed: false, Table: null),
        ];
        Passage[] standing = [.. writers.Select((writer, i) => new Passage(writer, 10 * (i + 1)))];

        var shares = Authorship.Of(
            standing,
            writers.Zip(bylines).ToDictionary(pair => pair.First, pair => pair.Second)
        );

        // Table 2 has two unnamed writers only, and the last writer is not known here any more.
        Assert.Equal(
            [
                new Share(writers[0], null, 10),
                new Share(null, 1, 20 + 30 + 40),
                new Share(null, null, 50 + 60 + 70 + 80),
            ],
            shares
        );
    }

    [Fact]
    public void Keystrokes_of_one_person_are_one_edit_until_another_writes_or_a_long_silence()
    {
        Trace[] traces =
        [
            new(5, People[0], Given.Now.AddMinutes(30)),
            new(4, People[0], Given.Now.AddMinutes(8)),
            new(3, People[0], Given.Now.AddMinutes(4)),
            new(2, People[1], Given.Now.AddMinutes(1)),
            new(1, People[0], Given.Now),
        ];

        var edits = Edit.Together(traces).Select(edit => (edit.FromVersion, edit.ToVersion));

        Assert.Equal([(5, 5), (3, 4), (2, 2), (1, 1)], edits);
    }

    private static List<Guid> Follow(List<Guid> authors, TextChange change, Guid author)
    {
        var (after, at) = (new List<Guid>(), 0);
        foreach (var section in change.Sections)
        {
            after.AddRange(
                section.Inserted is null
                    ? authors.GetRange(at, section.Length)
                    : Enumerable.Repeat(author, section.NewLength)
            );
            at += section.Length;
        }

        return after;
    }
}
