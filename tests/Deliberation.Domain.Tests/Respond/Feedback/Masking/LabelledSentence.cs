using System.Text.RegularExpressions;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Domain.Tests.Respond.Feedback.Masking;

/// <summary>A sentence of the corpus, and what in it tells who someone is, as a person labelled it.</summary>
internal sealed record LabelledSentence(string Text, IReadOnlyList<PersonalDataSpan> Spans)
{
    private static readonly Regex Label = new(@"\{(?<kind>[A-Z]+):(?<words>[^{}]*)\}");

    private static readonly Dictionary<string, PersonalDataKind> Kinds = new()
    {
        ["NIR"] = PersonalDataKind.SocialSecurityNumber,
        ["PRO"] = PersonalDataKind.ProfessionalNumber,
        ["TEL"] = PersonalDataKind.Phone,
        ["MAIL"] = PersonalDataKind.Email,
        ["IBAN"] = PersonalDataKind.BankAccount,
        ["NE"] = PersonalDataKind.BirthDate,
        ["ADR"] = PersonalDataKind.PostalAddress,
        ["NOM"] = PersonalDataKind.PersonName,
    };

    /// <summary>Those that served to set the detector.</summary>
    public static IReadOnlyList<LabelledSentence> Known() =>
        [.. Lines().TakeWhile(line => !IsBorder(line)).Where(IsSentence).Select(Read)];

    /// <summary>Those written afterwards, on which nobody set it.</summary>
    public static IReadOnlyList<LabelledSentence> HeldOut() =>
        [.. Lines().SkipWhile(line => !IsBorder(line)).Where(IsSentence).Select(Read)];

    private static IEnumerable<string> Lines() =>
        File.ReadLines(
            RepositoryFile.Path("tests/Deliberation.Domain.Tests/Respond/Feedback/Masking/corpus.txt")
        );

    private static bool IsBorder(string line) => line.StartsWith("# ==", StringComparison.Ordinal);

    private static bool IsSentence(string line) => line.Length > 0 && line[0] != '#';

    private static LabelledSentence Read(string line)
    {
        var spans = new List<PersonalDataSpan>();
        var removed = 0;
        foreach (Match label in Label.Matches(line))
        {
            var words = label.Groups["words"];
            removed += words.Index - label.Index;
            spans.Add(
                new(words.Index - removed, words.Length, Kinds[label.Groups["kind"].Value], Certainty.Certain)
            );
            removed++;
        }
        var text = Label.Replace(line, label => label.Groups["words"].Value);
        return new LabelledSentence(text.Replace('⏎', '\n').Replace('⍽', '\u00A0'), spans);
    }
}
