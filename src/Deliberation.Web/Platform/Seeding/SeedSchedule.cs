namespace Deliberation.Web.Platform.Seeding;

/// <summary>What has to be done, each at its moment; played in the order of time, as it happened.</summary>
internal sealed class SeedSchedule
{
    private readonly List<(DateTimeOffset At, Func<Task> Step)> steps = [];

    public void At(DateTimeOffset moment, Func<Task> step) => steps.Add((moment, step));

    public async Task PlayAsync()
    {
        foreach (var (_, step) in steps.OrderBy(step => step.At))
        {
            await step();
        }
    }
}
