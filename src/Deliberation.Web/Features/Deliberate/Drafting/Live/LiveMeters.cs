using System.Diagnostics.Metrics;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>What live drafting tells those who run the service: the meter <c>Deliberation.Drafting</c>.</summary>
internal sealed class LiveMeters
{
    public const string Name = "Deliberation.Drafting";

    private readonly Meter meter;
    private readonly Counter<long> changes;
    private readonly Counter<long> refusals;
    private readonly Counter<long> failures;
    private readonly Histogram<double> commits;
    private readonly Histogram<int> together;

    public LiveMeters(IMeterFactory factory)
    {
        meter = factory.Create(Name);
        changes = meter.CreateCounter<long>("drafting.changes", "{change}", "Changes written to disk");
        refusals = meter.CreateCounter<long>("drafting.refusals", "{request}", "Requests refused, by rule");
        failures = meter.CreateCounter<long>(
            "drafting.write_failures",
            "{batch}",
            "Transactions that failed"
        );
        commits = meter.CreateHistogram<double>("drafting.commit.duration", "s", "Time of one transaction");
        together = meter.CreateHistogram<int>(
            "drafting.commit.pushes",
            "{push}",
            "Pushes in one transaction"
        );
    }

    public void Watch(string name, Func<int> observe) => meter.CreateObservableGauge(name, observe);

    public void Refused(string rule) => refusals.Add(1, new KeyValuePair<string, object?>("rule", rule));

    public void Failed() => failures.Add(1);

    public void Written(IReadOnlyCollection<AcceptedPush> pushes, TimeSpan took)
    {
        changes.Add(pushes.Sum(push => push.Changes.Count));
        commits.Record(took.TotalSeconds);
        together.Record(pushes.Count);
    }
}
