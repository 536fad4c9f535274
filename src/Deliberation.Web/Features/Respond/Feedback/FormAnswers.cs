using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// The answers between two pages of the form, as typed. The code is drawn with the first answer, so that sending
/// twice is sending once.
/// </summary>
internal sealed record FormAnswers
{
    public string CodeText { get; init; } = "";

    public IReadOnlyDictionary<string, string> Given { get; init; } = new Dictionary<string, string>();

    /// <summary>Doubtful words that the author keeps.</summary>
    public IReadOnlyList<string> Harmless { get; init; } = [];

    public FollowCode Code => FollowCode.Read(CodeText) ?? NewCode.Draw();

    public string? Of(string key) => Given.GetValueOrDefault(key);

    public FormAnswers With(string key, string? answer) =>
        this with
        {
            CodeText = CodeText.Length > 0 ? CodeText : NewCode.Draw().Value,
            Given = new Dictionary<string, string>(Given, StringComparer.Ordinal) { [key] = answer ?? "" },
        };

    public FormAnswers Keeping(string words) =>
        this with
        {
            Harmless = [.. Harmless.Append(words).Distinct().TakeLast(HarmlessWords.Most)],
        };

    public FormAnswers Hiding(string words) =>
        this with
        {
            Harmless = [.. Harmless.Where(kept => kept != words)],
        };

    public Spoken Spoken() =>
        new(Choice<Mark>(FeedbackQuestions.Mark) ?? default, Choice<Part>(FeedbackQuestions.Part) ?? default)
        {
            Easy = Of(FeedbackQuestions.Easy),
            Hard = Of(FeedbackQuestions.Hard),
            Text = Of(FeedbackQuestions.Text),
            Suggestion = Of(FeedbackQuestions.Suggestion),
            Contact = Choice<Contact>(FeedbackQuestions.Contact),
            AgeBand = Choice<AgeBand>(FeedbackQuestions.Age),
            Departement = Of(FeedbackQuestions.Departement),
            Harmless = Harmless,
        };

    private T? Choice<T>(string key)
        where T : struct, Enum =>
        Enum.TryParse<T>(Of(key), out var choice) && Enum.IsDefined(choice) ? choice : null;
}
