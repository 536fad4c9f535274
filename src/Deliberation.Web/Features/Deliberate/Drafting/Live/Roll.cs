namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Someone who has a text open.</summary>
internal sealed record Attendee(Guid Person, string Name);

/// <summary>
/// The roll that nodes call to one another: who has which text open, whole at each round. A node that says nothing for
/// three rounds has nobody.
/// </summary>
internal static class Roll
{
    public const string Name = "deliberation_roll";

    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(6);

    // A notification carries less than 8,000 bytes: 230 people of 33, and the text they read.
    private const int MostPeople = 230;
    private const int MostBytes = 7_900;

    /// <summary>Notifications that together say who reads what on this node.</summary>
    public static IEnumerable<string> Payloads(
        string node,
        IEnumerable<(Guid Text, IReadOnlyList<Guid> People)> texts
    )
    {
        var payload = node;
        foreach (var (text, people) in texts)
        {
            var line = $";{text:N}:{string.Join(',', people.Take(MostPeople).Select(id => $"{id:N}"))}";
            if (payload.Length + line.Length > MostBytes)
            {
                yield return payload;
                payload = node;
            }

            payload += line;
        }

        if (payload.Length > node.Length)
        {
            yield return payload;
        }
    }

    /// <returns>The node that calls, and what it says; texts and people that cannot be read are left out.</returns>
    public static (string Node, IEnumerable<(Guid Text, IReadOnlyList<Guid> People)> Texts) Read(
        string payload
    )
    {
        var parts = payload.Split(';');
        return (
            parts[0],
            from part in parts.Skip(1)
            let line = part.Split(':')
            where line.Length == 2 && Guid.TryParseExact(line[0], "N", out Guid _)
            select (Guid.ParseExact(line[0], "N"), People(line[1]))
        );
    }

    private static IReadOnlyList<Guid> People(string line) =>
        [
            .. line.Split(',')
                .Select(id => Guid.TryParseExact(id, "N", out var person) ? person : Guid.Empty)
                .Where(person => person != Guid.Empty),
        ];
}
