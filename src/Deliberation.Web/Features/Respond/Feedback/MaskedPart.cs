using System.Text.RegularExpressions;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>One thing that masking hid, with the words around it.</summary>
/// <param name="Rank">Its place among all, from 1: the anchor where it stands.</param>
internal sealed partial record MaskedPart(int Rank, string Before, string Mention, string After)
{
    private const int WordsAround = 60;

    public static IReadOnlyList<MaskedPart> Of(Answers answers) =>
        [
            .. answers
                .Texts.SelectMany(text => text.Value.Split('\n'))
                .SelectMany(line => Bracket().Matches(line).Select(match => (line, match)))
                .Where(found => MaskWords.Are(found.match.Value))
                .Select((found, place) => Read(place + 1, found.line, found.match)),
        ];

    /// <summary>What it was.</summary>
    public string Kind() =>
        MaskWords.KindOf(Mention) switch
        {
            PersonalDataKind.SocialSecurityNumber => "Numéro de sécurité sociale",
            PersonalDataKind.ProfessionalNumber => "Numéro d’un professionnel",
            PersonalDataKind.Phone => "Numéro de téléphone",
            PersonalDataKind.Email => "Adresse électronique",
            PersonalDataKind.BankAccount => "Numéro de compte",
            PersonalDataKind.BirthDate => "Date de naissance",
            PersonalDataKind.PostalAddress => "Adresse postale",
            PersonalDataKind.PersonName => "Nom d’une personne",
            _ => "Mots choisis",
        };

    /// <summary>How sure whoever hid it was.</summary>
    public string Sureness() =>
        MaskWords.KindOf(Mention) is null ? "Masqués par la modération"
        : MaskWords.AreDoubtful(Mention) ? "Probable : à vous de juger"
        : "Certain, ou jugé tel";

    private static MaskedPart Read(int rank, string line, Match match)
    {
        var end = match.Index + match.Length;
        var from = Math.Max(0, match.Index - WordsAround);
        var to = Math.Min(line.Length, end + WordsAround);
        var before = line[Whole(line, from)..match.Index].TrimStart();
        var after = line[end..Whole(line, to)].TrimEnd();
        return new MaskedPart(
            rank,
            from > 0 ? $"… {before}" : before,
            match.Value,
            to < line.Length ? $"{after} …" : after
        );
    }

    // Never between the two halves of a character.
    private static int Whole(string line, int place) =>
        place > 0 && place < line.Length && char.IsLowSurrogate(line[place]) ? place - 1 : place;

    [GeneratedRegex(@"\[[^\[\]]{0,40}masquée?\]", RegexOptions.None, 1_000)]
    private static partial Regex Bracket();
}

/// <summary>Numbers the masked parts of a page as they are written.</summary>
internal sealed class MaskedRanks
{
    public const string Key = "MaskedRanks";

    private int last;

    public string Next() => $"masque-{++last}";
}
