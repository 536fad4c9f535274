using System.Text.RegularExpressions;

namespace Deliberation.Testing;

/// <summary>The addresses of the product and the rule that guards each, as people agreed on them in Routes.txt.</summary>
public static class Routes
{
    /// <summary>Address and rule, one pair a line.</summary>
    public static IReadOnlyList<(string Address, string Rule)> Written { get; } =
    [
        .. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Routes.txt"))
            .Where(line => line.Length > 0 && line[0] != '#')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Select(parts => (parts[0], parts[1])),
    ];

    private static readonly IReadOnlyList<(string Pattern, Regex Shape)> Shapes =
    [
        .. Written
            .Where(route => !route.Address.Contains("**", StringComparison.Ordinal))
            .OrderBy(route => route.Address.Count(letter => letter == '{'))
            .Select(route => (route.Address, ShapeOf(route.Address))),
    ];

    /// <summary>The route that an address belongs to, the plainest first as in routing; null when it has none.</summary>
    public static string? Of(string address)
    {
        var path = address.Split('?', '#')[0];
        return Shapes.FirstOrDefault(shape => shape.Shape.IsMatch(path)).Pattern;
    }

    private static Regex ShapeOf(string pattern) =>
        new($"^{Regex.Replace(pattern, @"\{[^}]*\}", "[^/]+")}$", RegexOptions.None, TimeSpan.FromSeconds(1));
}
