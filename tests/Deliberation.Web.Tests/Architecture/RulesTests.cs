namespace Deliberation.Web.Tests.Architecture;

public sealed class RulesTests
{
    [Fact]
    public void Every_rule_is_broken_by_a_test_that_names_it()
    {
        var tests = Sources
            .Files("tests", "Tests.cs", "Tests.Refusals.cs")
            .Where(file => !file.Contains("Architecture", StringComparison.Ordinal))
            .Select(Sources.Code)
            .ToList();

        var unbroken =
            from known in Charter.Rules()
            let noun = known.Field.DeclaringType!.Name
            let name = known.Field.Name
            where
                !tests.Exists(test =>
                    test.Contains($"{noun}.{name}", StringComparison.Ordinal)
                    || test.Contains($"\"{known.Rule.Code}\"", StringComparison.Ordinal)
                    || (
                        test.Contains($".{noun};", StringComparison.Ordinal) // using static
                        && test.Contains(name, StringComparison.Ordinal)
                    )
                )
            select $"{noun}.{name}";

        Nothing.In(unbroken);
    }

    [Fact]
    public void The_charter_lists_every_rule_word_for_word()
    {
        var charter = Sources.Read("docs/charte.md").Split('\n');
        var rules = Charter
            .Rules()
            .Select(known => $"| `{known.Rule.Code}` | {known.Rule.Sentence} |")
            .ToList();

        Nothing.In(rules.Except(charter));
        Nothing.In(charter.Where(line => line.StartsWith("| `", StringComparison.Ordinal)).Except(rules));
    }

    [Fact]
    public void A_code_names_one_rule() =>
        Nothing.In(
            Charter
                .Rules()
                .GroupBy(known => known.Rule.Code)
                .Where(same => same.Count() > 1)
                .Select(same => same.Key)
        );

    [Fact]
    public void The_glossary_lists_every_fact()
    {
        var glossary = Sources.Read("docs/glossaire.md");

        Nothing.In(
            Charter
                .Events()
                .Select(type => type.Name)
                .Where(name => !glossary.Contains($"| `{name}`", StringComparison.Ordinal))
        );
    }
}
