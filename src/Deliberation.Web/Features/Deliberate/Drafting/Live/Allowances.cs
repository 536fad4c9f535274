using System.Collections.Concurrent;
using Microsoft.Extensions.Options;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>What each person may still send, on all their pages together.</summary>
internal sealed class Allowances(IOptions<DraftingLimits> limits)
{
    private readonly ConcurrentDictionary<Guid, Hand> hands = new();

    public Hand Of(Guid person) => hands.GetOrAdd(person, _ => new Hand(limits.Value));

    /// <summary>Forgets those who could not tell the difference.</summary>
    public void ForgetIdle()
    {
        foreach (var idle in hands.Where(hand => hand.Value.IsWhole))
        {
            hands.TryRemove(idle);
        }
    }

    internal sealed class Hand(DraftingLimits limits)
    {
        private readonly Allowance pushes = new(
            limits.PushesPerSecondOfAPerson,
            limits.PushesPerSecondOfAPerson * 3,
            TimeProvider.System
        );
        private readonly Allowance written = new(
            limits.WrittenPerSecond,
            limits.WrittenAtOnce,
            TimeProvider.System
        );

        public bool IsWhole => pushes.IsWhole && written.IsWhole;

        public bool Push() => pushes.Spend();

        public bool Write(int units) => units == 0 || written.Spend(units);
    }
}
