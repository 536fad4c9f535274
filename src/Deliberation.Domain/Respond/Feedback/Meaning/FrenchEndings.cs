namespace Deliberation.Domain.Respond.Feedback.Meaning;

/// <summary>The endings that <see cref="FrenchEnding"/> looks for, the longest first.</summary>
internal static class FrenchEndings
{
    public static readonly IReadOnlyList<string> Noun = Sorted(
        "ance iqUe isme able iste eux ances iqUes ismes ables istes atrice ateur ation atrices ateurs ations",
        "logie logies usion ution usions utions ence ences ement ements ité ités if ive ifs ives eaux aux oux",
        "euse euses issement issements amment emment ment ments"
    );

    public static readonly IReadOnlyList<string> BeforeEment = Sorted("iv eus abl iqU ièr Ièr");

    public static readonly IReadOnlyList<string> BeforeIte = Sorted("abil ic iv");

    public static readonly IReadOnlyList<string> VerbInI = Sorted(
        "îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is",
        "issaIent issais issait issant issante issantes issants isse issent isses issez issiez issions issons it"
    );

    /// <summary>After these, an « e » that stands before goes too.</summary>
    public static readonly IReadOnlyList<string> TakesE = Sorted(
        "âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions"
    );

    public static readonly IReadOnlyList<string> Verb = Sorted(
        "ions é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez",
        string.Join(' ', TakesE)
    );

    public static readonly IReadOnlyList<string> Remainder = Sorted("ion ier ière Ier Ière e");

    public static readonly IReadOnlyList<string> Doubled = Sorted("enn onn ett ell eill");

    private static string[] Sorted(params string[] lines) =>
        [
            .. lines
                .SelectMany(line => line.Split(' '))
                .OrderByDescending(suffix => suffix.Length)
                .ThenBy(suffix => suffix, StringComparer.Ordinal),
        ];
}
