namespace Deliberation.Domain.Tests.Deliberate.Drafting;

public sealed class OracleTests(Oracle oracle) : IClassFixture<Oracle>
{
    private const int Cases = 5_000;

    [Fact]
    public void We_answer_as_the_browser_does_on_its_own_cases()
    {
        Assert.NotNull(oracle);
        foreach (var (given, answers) in Oracle.Generate(Cases, seed: 20211120))
        {
            Assert.Equal($"{answers}", $"{Oracle.Answers.To(given)}");
        }
    }

    [Fact]
    public void The_browser_answers_as_we_do_on_our_cases()
    {
        var chance = new Random(64);

        Assert.Empty(Oracle.Disputes(Enumerable.Range(0, Cases).Select(_ => Draw(chance))));
    }

    private static Oracle.Answered Draw(Random chance)
    {
        var text = Drawn.Text(chance, 30);
        var a = Drawn.Change(chance, text);
        var b = Drawn.Change(chance, text);
        var c = Drawn.Change(chance, a.Apply(text));
        int[][] positions =
        [
            .. Enumerable.Range(0, 6).Select(_ => new[] { chance.Next(text.Length + 1), chance.Next(2) }),
        ];
        var given = new Oracle.Case(text, a, b, c, positions);
        return new(given, Oracle.Answers.To(given));
    }
}
