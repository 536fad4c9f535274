using System.Diagnostics.Metrics;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What the intake tells those who run the service: the meter <c>Deliberation.Intake</c>.</summary>
internal sealed class IntakeMeters
{
    public const string Name = "Deliberation.Intake";

    private readonly Counter<long> received;
    private readonly Counter<long> failures;
    private readonly Histogram<double> commits;
    private readonly Histogram<int> together;

    public IntakeMeters(IMeterFactory factory, IntakeRoom room)
    {
        var meter = factory.Create(Name);
        received = meter.CreateCounter<long>("intake.feedbacks", "{feedback}", "Feedbacks written to disk");
        failures = meter.CreateCounter<long>("intake.write_failures", "{batch}", "Transactions that failed");
        commits = meter.CreateHistogram<double>("intake.commit.duration", "s", "Time of one transaction");
        together = meter.CreateHistogram<int>(
            "intake.commit.feedbacks",
            "{feedback}",
            "Feedbacks in one transaction"
        );
        meter.CreateObservableGauge("intake.waiting", () => room.Taken);
    }

    public void Written(int count, TimeSpan took)
    {
        received.Add(count);
        commits.Record(took.TotalSeconds);
        together.Record(count);
    }

    public void Failed() => failures.Add(1);
}
