namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Finds whom a remark calls: <c>@Samira</c>, by the name they chose.</summary>
internal static class Called
{
    public static IEnumerable<Guid> In(string words, IReadOnlyDictionary<Guid, Writer> people) =>
        people.Where(person => IsCalled(words, $"@{person.Value.Name}")).Select(person => person.Key);

    // « @Jean » does not call Jeanne.
    private static bool IsCalled(string words, string name)
    {
        var at = words.IndexOf(name, StringComparison.CurrentCultureIgnoreCase);
        return at >= 0
            && (at + name.Length == words.Length || !char.IsLetterOrDigit(words[at + name.Length]));
    }
}
