using System.Diagnostics;
using System.Globalization;
using System.Threading.Channels;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Testing;
using Deliberation.Web.Features.Respond.Feedback;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Features.Search;
using Feedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Bench.Tracker;

/// <summary>
/// Fills a data folder with a tracker of any size, made by the product's own verbs in memory and written in bulk: the
/// same sizes, seed and day always give the same rows.
/// </summary>
internal sealed class TrackerData
{
    private const int ImportedBeforeYears = 3;

    private readonly Options options;
    private readonly string folder;
    private readonly DateTimeOffset end;
    private readonly DateTimeOffset start;
    private readonly Acts acts = new();
    private readonly List<(string Reference, DateTimeOffset OpenedAt)> propositions = [];
    private Chance chance;
    private Wording words;

    public TrackerData(Options options)
    {
        this.options = options;
        folder = TrackerFolder.Of(options);
        var day = options.Text("day", DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        end = new DateTimeOffset(DateTime.Parse(day, CultureInfo.InvariantCulture), TimeSpan.Zero);
        start = end.AddYears(-11);
        chance = new Chance(options.Int("seed", 1));
        words = new Wording(chance);
    }

    public async Task RunAsync()
    {
        var clock = Stopwatch.StartNew();
        await CreateAsync();
        using (var rows = new BulkRows(folder))
        {
            var triggers = rows.Read(
                "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name GLOB '__SearchWords_*'"
            );
            foreach (var name in new[] { "added", "removed", "changed" })
            {
                rows.Run($"DROP TRIGGER \"__SearchWords_{name}\"");
            }

            Fill(rows);
            Say(clock, $"{rows.Count} rows");
            rows.Run("INSERT INTO \"__SearchWords\"(\"__SearchWords\") VALUES ('rebuild')");
            triggers.ForEach(rows.Run);
            Say(clock, "full-text index");
        }

        await TrackerCheck.RunAsync(folder, options.Int("seed", 1));
        var size = new FileInfo(Path.Combine(folder, "deliberation.db")).Length / 1_048_576;
        Say(clock, $"checked, {size} MB");
    }

    /// <summary>The service itself makes the empty database.</summary>
    private async Task CreateAsync()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        using var service = new RunningProduct(TrackerFolder.Settings(folder));
        await service.StartAsync();
        await service.StopAsync(TimeSpan.FromSeconds(30));
    }

    private void Fill(BulkRows rows)
    {
        var opinions = options.Int("opinions", 200);
        var stage = new Stage(chance, words, rows, start);
        stage.Build(options.Int("bodies", 40), options.Int("themes", 30), Math.Max(1, opinions / 5));
        var sizes = Chance.Split(
            options.Int("propositions", 10_000),
            [.. Enumerable.Range(0, opinions).Select(_ => 0.4 + chance.Share)]
        );
        var publishing = new PublishedOpinion(chance, words, rows, acts, stage);
        var stories = new List<(TreatmentStory Story, double Weight)>();
        for (var rank = 0; rank < opinions; rank++)
        {
            var at = start.AddDays(150) + ((end.AddDays(-20) - start.AddDays(150)) * rank / opinions);
            var number = 1 + Enumerable.Range(0, rank).Count(before => YearOf(before, opinions) == at.Year);
            var (tracker, committee, treated) = publishing.Publish(
                $"AC-{at.Year}-{number:00}",
                sizes[rank],
                stage.Committees[rank % stage.Committees.Count],
                at
            );
            KeepTracker(rows, tracker);
            stories.AddRange(
                treated.Select(one =>
                {
                    propositions.Add((one.Reference, at));
                    var weight = chance.Is(0.08) ? 0 : (0.1 + chance.Share) * Math.Sqrt((end - at).TotalDays);
                    return (new TreatmentStory(chance, words, stage, tracker, (committee, one, end)), weight);
                })
            );
        }

        Play(rows, stories);
        Listen(rows, stage);
        foreach (var entry in acts.Seal())
        {
            rows.Add(entry);
        }
    }

    private int YearOf(int rank, int opinions) =>
        (start.AddDays(150) + ((end.AddDays(-20) - start.AddDays(150)) * rank / opinions)).Year;

    private static void KeepTracker(BulkRows rows, OpinionTracker tracker)
    {
        tracker.Use(); // by the answers to come
        rows.Add(tracker, saves: 2);
        foreach (var status in tracker.Scheme.Statuses)
        {
            rows.Add(status, saves: 1, (StatusMapping.OpinionId, tracker.Id));
        }
    }

    private void Play(BulkRows rows, List<(TreatmentStory Story, double Weight)> stories)
    {
        var answers = Chance.Split(options.Int("updates", 100_000), [.. stories.Select(one => one.Weight)]);
        foreach (var (place, (story, _)) in stories.Index())
        {
            story.Play(answers[place], end.AddYears(-ImportedBeforeYears));
            var treatment = story.Treatment;
            acts.Take(treatment);
            rows.Add(treatment, story.Saves);
            foreach (
                var row in treatment
                    .Updates.Cast<object>()
                    .Concat(treatment.Entrustments)
                    .Concat(treatment.Expectations)
                    .Concat(story.Verdicts)
                    .Concat(StandingSeries.Of(treatment, story.Tracker))
            )
            {
                rows.Add(row);
            }

            foreach (var round in story.Rounds)
            {
                acts.Take(round);
                rows.Add(round, saves: round.ClosedAt is null ? 2 : 3);
            }
        }
    }

    /// <summary>One thread draws, the other writes.</summary>
    private void Listen(BulkRows rows, Stage stage)
    {
        var queue = Channel.CreateBounded<(Feedback Feedback, int Saves, SearchEntry? Found)>(5_000);
        var drawing = Task.Run(() => DrawAsync(queue.Writer, stage));
        while (queue.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            while (queue.Reader.TryRead(out var one))
            {
                Keep(rows, one.Feedback, one.Saves, one.Found);
            }
        }

        foreach (var (year, last) in drawing.GetAwaiter().GetResult())
        {
            rows.Add(new FeedbackYear { Year = year, Last = last });
        }
    }

    private async Task<Dictionary<int, int>> DrawAsync(
        ChannelWriter<(Feedback, int, SearchEntry?)> queue,
        Stage stage
    )
    {
        try
        {
            var (count, years) = (options.Int("feedbacks", 1_000_000), new Dictionary<int, int>());
            var story = new FeedbackStory(chance, stage, propositions, end);
            var (from, span) = (end.AddYears(-8), end - end.AddYears(-8));
            for (var rank = 0; rank < count; rank++)
            {
                var at = from + (span * ((rank + chance.Share) / count));
                var order = years[at.Year] = years.GetValueOrDefault(at.Year) + 1;
                var feedback = story.Play(FeedbackNumber.Of(at.Year, order), at);
                acts.Take(feedback);
                var found = WhenFeedbackChanged.Of(feedback);
                await queue.WriteAsync(
                    (feedback, story.Saves, found is null ? null : SearchIndex.Enter(found))
                );
            }

            return years;
        }
        finally
        {
            queue.Complete();
        }
    }

    private static void Keep(BulkRows rows, Feedback feedback, int saves, SearchEntry? found)
    {
        rows.Add(feedback, saves);
        foreach (var part in feedback.Steps.Cast<object>().Concat(feedback.Links).Concat(feedback.Replies))
        {
            rows.Add(part, saves: 1, ("FeedbackId", feedback.Id));
        }

        if (found is not null)
        {
            rows.Add(found);
        }
    }

    private static void Say(Stopwatch clock, string what) =>
        Console.WriteLine($"{clock.Elapsed.TotalSeconds, 6:0} s  {what}");
}
