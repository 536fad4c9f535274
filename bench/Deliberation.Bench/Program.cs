using Deliberation.Bench;
using Deliberation.Bench.Intake;
using Deliberation.Bench.Meaning;
using Deliberation.Bench.Tracker;

const string Usage = """
    live   --people 30 --documents 1 --rate 3 --seconds 20 --text 5000
           people are per document; rate is keys a second of each person
    trace  --edits 260000 --length 100000 --seed 1
    mask   --seconds 3
           how fast the detector hides what identifies people
    open   --changes 100000 --length 50000
    history --changes 100000 --length 50000
           the page of who wrote what, on a text with many changes behind it
    data   --folder DIR --seed 1 --day 2026-11-23
           --opinions 200 --propositions 10000 --updates 100000 --feedbacks 1000000
           fills DIR with a tracker of this size, for the commands below
    pages  --folder DIR --rounds 60 --only "past day"
           how long the tracker's pages take when none is kept
    kept   --folder DIR --connections 32 --seconds 5
           a kept page against a file of the same size from nginx
    intake --seconds 15 --lines 128 --crowd 4000 --only "flood"
           feedback brought in through the API: one by one, in batches, at a pace, too many
    subjects --feedbacks 100000 --step 10000 --seed 1
           what public feedbacks have in common, as more and more of them are there
    """;

Environment.SetEnvironmentVariable(
    "ASPNETCORE_TEST_CONTENTROOT_DELIBERATION_WEB",
    Deliberation.Testing.RunningProduct.SourceFolder()
);
var options = new Options(args);
switch (args.FirstOrDefault())
{
    case "live":
        await new LiveLoad(options).RunAsync();
        return 0;
    case "trace":
        await TraceReplay.RunAsync(options);
        return 0;
    case "mask":
        MaskingSpeed.Run(options);
        return 0;
    case "open":
        await OpeningTime.RunAsync(options);
        return 0;
    case "history":
        await HistoryTime.RunAsync(options);
        return 0;
    case "data":
        await new TrackerData(options).RunAsync();
        return 0;
    case "pages":
        using (var times = new TrackerTimes(options))
        {
            return await times.RunAsync();
        }

    case "intake":
        return await new IntakeLoad(options).RunAsync();
    case "subjects":
        await new SubjectSpeed(options).RunAsync();
        return 0;
    case "kept":
        return await new CachedPage(options).RunAsync();
    default:
        Console.WriteLine(Usage);
        return 2;
}
