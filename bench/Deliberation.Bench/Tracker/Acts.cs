using Deliberation.Domain;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Features.Verify.Ledger;

namespace Deliberation.Bench.Tracker;

/// <summary>Gathers the public acts of everything generated, and seals them in the order of time.</summary>
internal sealed class Acts
{
    private readonly List<(DateTimeOffset At, string Kind, string Subject, string Facts)> acts = [];

    public void Take(Aggregate from)
    {
        foreach (var act in from.TakeEvents().OfType<IPublicAct>())
        {
            acts.Add((act.At, act.GetType().Name, act.Subject, ActFacts.Of(act)));
        }
    }

    public IEnumerable<LedgerEntry> Seal()
    {
        LedgerEntry? last = null;
        foreach (var act in acts.OrderBy(act => act.At))
        {
            last = LedgerChain.Seal(last, act.Kind, act.Subject, act.At, act.Facts);
            yield return last;
        }
    }
}
