using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Localization;
using Microsoft.AspNetCore.Html;
using Choice = Deliberation.Web.Platform.Ui.Choice;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>The questions of the form, in order, in the reader's language.</summary>
internal sealed class FeedbackQuestions(FeatureTexts<FeedbackQuestions> words)
{
    public const string Mark = "note";
    public const string Part = "partie";
    public const string Easy = "facile";
    public const string Hard = "difficile";
    public const string Text = "recit";
    public const string Suggestion = "idee";
    public const string Contact = "aide";
    public const string Age = "age";
    public const string Departement = "departement";

    private IReadOnlyList<FeedbackQuestion>? all;

    public IReadOnlyList<FeedbackQuestion> All => all ??= [.. Choices(), .. Words(), .. About()];

    public FeedbackQuestion? Find(string? key) => All.FirstOrDefault(question => question.Key == key);

    /// <summary>From 1; the preview comes after the last question.</summary>
    public int PlaceOf(string? key) => All.TakeWhile(question => question.Key != key).Count() + 1;

    public string After(string? key) => PlaceOf(key) < All.Count ? All[PlaceOf(key)].Key : Give.Preview;

    public string Before(string? key) => All[Math.Clamp(PlaceOf(key) - 2, 0, All.Count - 1)].Key;

    private IEnumerable<FeedbackQuestion> Choices() =>
        [
            new(words, Mark, words["Comment trouvez-vous votre espace santé ?"], words["Ma note"])
            {
                Choices = Options<Mark>(mark => mark.French(), Face.Of),
                IsRequired = true,
            },
            new(words, Part, words["De quoi voulez-vous parler ?"], words["Mon retour parle surtout de"])
            {
                Choices = Options<Part>(part => part.French()),
                IsRequired = true,
            },
        ];

    private IEnumerable<FeedbackQuestion> Words() =>
        [
            new(words, Easy, words["Qu’est-ce qui a été facile ?"], words["Ce qui a été facile"])
            {
                IsText = true,
            },
            new(words, Hard, words["Qu’est-ce qui a été difficile ?"], words["Ce qui a été difficile"])
            {
                IsText = true,
            },
            new(words, Text, words["Que s’est-il passé ?"], words["Racontez avec vos mots"])
            {
                IsText = true,
            },
            new(words, Suggestion, words["Avez-vous une idée pour améliorer les choses ?"], words["Mon idée"])
            {
                IsText = true,
            },
        ];

    private IEnumerable<FeedbackQuestion> About() =>
        [
            new(words, Contact, words["Avez-vous cherché de l’aide ?"], words["J’ai demandé de l’aide"])
            {
                Choices = Options<Contact>(contact => contact.French()),
            },
            new(words, Age, words["Quel âge avez-vous ?"], words["Ma tranche d’âge"])
            {
                Choices = Options<AgeBand>(band => band.French()),
                Hint = words["Seulement pour des chiffres d’ensemble, jamais à côté de votre retour."],
            },
            new(
                words,
                Departement,
                words["Dans quel département vivez-vous ?"],
                words["Numéro du département"]
            )
            {
                Hint = words["Par exemple 35, 2A ou 974. Jamais affiché à côté de votre retour."],
            },
        ];

    private IReadOnlyList<Choice> Options<T>(Func<T, string> french, Func<T, IHtmlContent>? draw = null)
        where T : struct, Enum =>
        [
            .. Enum.GetValues<T>()
                .Select(value => new Choice(words[french(value)], value.ToString())
                {
                    Drawing = draw?.Invoke(value),
                }),
        ];
}

/// <summary>One question on one page.</summary>
internal sealed record FeedbackQuestion(
    FeatureTexts<FeedbackQuestions> Words,
    string Key,
    string Title,
    string Label
)
{
    public string? Hint { get; init; }

    public IReadOnlyList<Choice>? Choices { get; init; }

    public bool IsText { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>What is wrong with the shape of an answer, in words; nothing when it may stand.</summary>
    /// <exception cref="Deliberation.Domain.RuleBroken">It breaks a rule of feedback.</exception>
    public string? Fault(string? answer)
    {
        if (IsText)
        {
            MaskedText.Of(answer);
        }
        else if (Choices is null)
        {
            Domain.Respond.Feedback.Departement.Read(answer);
        }

        return IsRequired && !Choices!.Any(choice => choice.Value == answer) // a required question has choices
            ? Words["Choisissez une réponse."]
            : null;
    }
}
