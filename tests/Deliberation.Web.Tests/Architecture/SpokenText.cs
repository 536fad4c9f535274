using System.Text.RegularExpressions;

namespace Deliberation.Web.Tests.Architecture;

/// <summary>Finds the French sentences that code asks to be said: <c>T["…"]</c>, <c>texts["…"]</c>, <c>T.Many(n, "…", "…")</c>.</summary>
internal static partial class SpokenText
{
    public static IEnumerable<string> In(string code)
    {
        foreach (Match call in Call().Matches(code))
        {
            var isCount = call.Value.EndsWith('(');
            foreach (var (literal, argument) in Literals(code, call.Index + call.Length))
            {
                if (isCount ? argument > 0 : argument == 0)
                {
                    yield return literal;
                }
            }
        }
    }

    private static string Plain(string literal) =>
        Escape()
            .Replace(
                literal,
                escape =>
                    escape.Groups[1].Success
                        ? ((char)Convert.ToInt32(escape.Groups[1].Value, 16)).ToString()
                        : escape.Groups[2].Value
            );

    // Walks to the bracket that closes the call, keeping the literals of its own level.
    private static IEnumerable<(string Literal, int Argument)> Literals(string code, int from)
    {
        var (depth, argument, position) = (0, 0, from);
        while (position < code.Length && depth >= 0)
        {
            var sign = code[position];
            if (sign == '"' && Literal().Match(code, position) is { Success: true } literal)
            {
                if (depth == 0 && code[position - 1] != '$')
                {
                    yield return (Plain(literal.Groups[1].Value), argument);
                }

                position += literal.Length - 1;
            }

            depth +=
                sign is '(' or '[' ? 1
                : sign is ')' or ']' ? -1
                : 0;
            argument += sign == ',' && depth == 0 ? 1 : 0;
            position++;
        }
    }

    [GeneratedRegex(@"\\u([0-9a-fA-F]{4})|\\(.)")]
    private static partial Regex Escape();

    [GeneratedRegex(@"(?<![\w.])(T|t|texts)(\[|\.Many\()")]
    private static partial Regex Call();

    [GeneratedRegex(
        """
            "((?:[^"\\\r\n]|\\.)*)"
            """
    )]
    private static partial Regex Literal();
}
