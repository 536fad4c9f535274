using System.Globalization;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Ui;
using StatusCategory = Deliberation.Domain.Respond.Tracking.StatusCategory;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The figures of a chart and the sentence that says them; chart and table read the same bars.</summary>
internal static class TreatmentBars
{
    private const string Waiting = nameof(Waiting);
    private const string Withdrawn = nameof(Withdrawn);

    public static string Word(StatusCategory category) =>
        category switch
        {
            StatusCategory.Delivered => "Fait, selon l’organisme",
            StatusCategory.PartlyDelivered => "Fait en partie, selon l’organisme",
            StatusCategory.InProgress => "En cours",
            StatusCategory.UnderReview => "À l’étude",
            _ => "Refusé ou abandonné",
        };

    public static IReadOnlyList<Bar> ByCategory<T>(IReadOnlyList<CategoryCount> all, FeatureTexts<T> texts)
    {
        IReadOnlyList<CategoryCount> counts = [.. all.Where(count => !count.IsWithdrawn)];
        var (confirmed, declared) = Done(counts);
        var bars = Enum.GetValues<StatusCategory>()
            .Where(category => category != StatusCategory.Delivered)
            .Select(category => new Bar(
                texts[Word(category)],
                counts.Where(count => count.Category == category).Sum(count => count.Count),
                category.ToString()
            ));
        var waiting = counts.Where(count => count.Category is null).Sum(count => count.Count);
        return
        [
            new Bar(texts["Fait, confirmé par un document public"], confirmed, "Confirmed"),
            new Bar(texts["Déclaré fait, non confirmé"], declared, "Declared"),
            .. bars,
            new Bar(texts["Sans réponse"], waiting, Waiting),
            .. Left(all.Where(count => count.IsWithdrawn).Sum(count => count.Count), texts),
        ];
    }

    /// <summary>In the words and order of the opinion's own scale.</summary>
    public static IReadOnlyList<Bar> ByStatus<T>(
        StatusScheme scheme,
        IReadOnlyDictionary<string, int> counts,
        FeatureTexts<T> texts
    )
    {
        var isFrench = CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr";
        var bars = scheme.Statuses.Select(status => new Bar(
            isFrench ? status.French : status.English,
            counts.GetValueOrDefault(status.Code),
            status.Category.ToString(),
            status.Pattern
        ));
        var waiting = counts.GetValueOrDefault(TreatmentFilter.Unanswered);
        return
        [
            .. bars,
            .. waiting == 0 ? [] : new[] { new Bar(texts["Sans réponse"], waiting, Waiting) },
            .. Left(counts.GetValueOrDefault(TreatmentFilter.Withdrawn), texts),
        ];
    }

    public static string Say<T>(IReadOnlyList<CategoryCount> all, ShownDay day, FeatureTexts<T> texts)
    {
        var total = all.Sum(count => count.Count);
        IReadOnlyList<CategoryCount> counts = [.. all.Where(count => !count.IsWithdrawn)];
        var answered = counts.Where(count => count.Category is not null).Sum(count => count.Count);
        var (confirmed, declared) = Done(counts);
        var figures = texts[
            "Propositions : {0}. Avec une réponse : {1}. Faites et confirmées : {2}. Déclarées faites, non confirmées : {3}. En retard : {4}.",
            total,
            answered,
            confirmed,
            declared,
            counts.Sum(count => count.Late)
        ];
        var withdrawn = total - counts.Sum(count => count.Count);
        figures = withdrawn == 0 ? figures : $"{figures} {texts["Retirées de l’avis : {0}.", withdrawn]}";
        return day.IsPast ? texts["État au {0}. {1}", WrittenTime.Date(day.Day), figures] : figures;
    }

    // Neither answered nor unanswered; nothing to say as long as nothing was withdrawn.
    private static IEnumerable<Bar> Left<T>(int count, FeatureTexts<T> texts) =>
        count == 0 ? [] : [new Bar(texts["Retirée de l’avis"], count, Withdrawn)];

    // Said to be done and shown to be done are two figures, never one.
    private static (int Confirmed, int Declared) Done(IReadOnlyList<CategoryCount> counts)
    {
        var done = counts.Where(count => count.Category == StatusCategory.Delivered).ToList();
        var confirmed = done.Sum(count => count.Documented);
        return (confirmed, done.Sum(count => count.Count) - confirmed);
    }
}
