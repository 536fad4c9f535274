using static Deliberation.Domain.Deliberate.Drafting.DraftingRules;

namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>
/// The one order of a text's changes. It accepts changes that come late by moving them over what was accepted
/// meanwhile, and those that come twice only once. Version <c>n</c> is the text after <c>n</c> changes.
/// </summary>
/// <param name="text">The text at <paramref name="version"/>.</param>
/// <param name="version">How many changes were accepted before.</param>
public sealed class LiveText(string text, int version)
{
    private readonly TextBuffer words = new(text);
    private readonly List<ClientChange> recent = [];
    private readonly Dictionary<string, Hand> hands = new(StringComparer.Ordinal);

    private long recentlyWritten;

    public int Version { get; private set; } = version;

    /// <summary>The earliest version whose later changes are all at hand.</summary>
    public int Earliest { get; private set; } = version;

    public int Length => words.Length;

    /// <summary>Is it known who holds this open page, and how far it came?</summary>
    public bool Knows(string clientId) => hands.ContainsKey(clientId);

    /// <summary>Says who holds an open page, and the last of its changes that was accepted; -1 for none.</summary>
    public void Introduce(string clientId, Guid author, int lastSequence) =>
        hands.TryAdd(clientId, new Hand(author, lastSequence));

    /// <summary>Puts back a change that was accepted and kept earlier.</summary>
    public void Restore(ClientChange accepted)
    {
        words.Write(accepted.Change);
        Append(accepted);
    }

    /// <summary>Accepts what an open page sent, whole or not at all.</summary>
    /// <param name="author">Who is signed in there, whatever the page claims.</param>
    /// <param name="baseVersion">The version the first change was made on.</param>
    /// <param name="pending">Changes of one page, numbered without gaps.</param>
    /// <param name="older">What was accepted from the base up to <see cref="Earliest"/>, when the base is before it.</param>
    /// <returns>The changes as they were added to the text; none when all had come before.</returns>
    /// <exception cref="RuleBroken">Not this text's, out of order, another person's page, or too long.</exception>
    public IReadOnlyList<ClientChange> Accept(
        Guid author,
        int baseVersion,
        IReadOnlyList<ClientChange> pending,
        IReadOnlyList<ClientChange>? older = null
    )
    {
        Require(pending.Count > 0 && baseVersion >= 0 && baseVersion <= Version, AChangeFitsItsText);
        Require(baseVersion + (older?.Count ?? 0) >= Earliest, ABaseIsKnown);
        var hand = Held(author, pending);

        ClientChange[] missed = [.. older ?? [], .. Since(Math.Max(baseVersion, Earliest))];
        Require(Rebase.Effort(pending, missed) <= Rebase.MostEffort, ABaseIsKnown);
        var moved = Rebase.Over(pending, missed);
        Require(
            moved.All(change => change.Sequence > hand.Last) || IsRepeat(pending, hand),
            ChangesComeInOrder
        );

        var accepted = IsRepeat(pending, hand) ? [] : moved;
        Write(accepted);
        foreach (var change in accepted)
        {
            Append(change);
        }

        return accepted;
    }

    /// <summary>What was accepted after a version, oldest first.</summary>
    public IReadOnlyList<ClientChange> Since(int version) => recent[(version - Earliest)..];

    /// <summary>Lets go of all but the last changes; they can still be read where they are kept.</summary>
    /// <param name="keep">How many changes stay at most.</param>
    /// <param name="written">How many units they may have written in all.</param>
    public void Forget(int keep, long written = long.MaxValue)
    {
        var gone = 0;
        while (recent.Count - gone > keep || recentlyWritten > written)
        {
            recentlyWritten -= recent[gone++].Change.Written;
        }

        recent.RemoveRange(0, gone);
        Earliest += gone;
    }

    public override string ToString() => words.ToString();

    private Hand Held(Guid author, IReadOnlyList<ClientChange> pending)
    {
        var first = pending[0];
        var hand = hands.GetValueOrDefault(first.ClientId, new Hand(author, -1));
        Require(hand.Author == author, AHandIsOnePerson);
        Require(first.Sequence >= 0 && first.Sequence <= hand.Last + 1, ChangesComeInOrder);
        Require(
            pending
                .Index()
                .All(p => p.Item.ClientId == first.ClientId && p.Item.Sequence == first.Sequence + p.Index),
            ChangesComeInOrder
        );

        hands[first.ClientId] = hand;
        return hand;
    }

    private static bool IsRepeat(IReadOnlyList<ClientChange> pending, Hand hand) =>
        pending[^1].Sequence <= hand.Last;

    private void Write(IReadOnlyList<ClientChange> accepted)
    {
        var undo = new Stack<TextChange>();
        try
        {
            foreach (var change in accepted)
            {
                undo.Push(words.Write(change.Change));
            }
        }
        catch (RuleBroken)
        {
            foreach (var back in undo)
            {
                words.Write(back);
            }

            throw;
        }
    }

    private void Append(ClientChange accepted)
    {
        recent.Add(accepted);
        recentlyWritten += accepted.Change.Written;
        Version++;
        if (hands.TryGetValue(accepted.ClientId, out var hand))
        {
            hands[accepted.ClientId] = hand with { Last = accepted.Sequence };
        }
    }

    private static void Require(bool condition, Rule rule)
    {
        if (!condition)
        {
            throw new RuleBroken(rule);
        }
    }

    private sealed record Hand(Guid Author, int Last);
}
