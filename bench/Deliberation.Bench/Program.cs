using Deliberation.Bench;

const string Usage = """
    live   --people 30 --documents 1 --rate 3 --seconds 20 --text 5000
           people are per document; rate is keys a second of each person
    trace  --edits 260000 --length 100000 --seed 1
    open   --changes 100000 --length 50000
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
    case "open":
        await OpeningTime.RunAsync(options);
        return 0;
    default:
        Console.WriteLine(Usage);
        return 2;
}
