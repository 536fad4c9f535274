using Deliberation.Domain.Respond.Tracking;
using static Deliberation.Domain.Respond.Verdicts.VerdictRules;

namespace Deliberation.Domain.Respond.Verdicts;

/// <summary>On what terms the members of a space judge answers, change after change, each with its reason.</summary>
public sealed class SpaceTerms : Aggregate
{
    private readonly List<TermsChange> changes = [];

    private SpaceTerms() { }

    /// <summary>The space's own id.</summary>
    public Guid Id { get; private set; }

    /// <summary>The last part of the space's address.</summary>
    public string Slug { get; private set; } = "";

    /// <summary>How many times they were set; 0 while those of the whole service hold.</summary>
    public int ChangeCount { get; private set; }

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<TermsChange> Changes => [.. changes.OrderBy(change => change.Number)];

    /// <summary>What was set last; null while those of the whole service hold.</summary>
    public VerdictTerms? Current => changes.MaxBy(change => change.Number)?.Terms;

    /// <summary>Of a space that follows those of the whole service so far.</summary>
    public static SpaceTerms Begin(Guid spaceId, string slug) => new() { Id = spaceId, Slug = slug };

    /// <summary>Sets them, for the opinions whose members have judged nothing yet; the same ones again change nothing.</summary>
    /// <param name="seen">How many changes there were when the ones in force were read.</param>
    /// <param name="reason">Why, for everyone to read; 20 to 1,000 characters.</param>
    /// <exception cref="RuleBroken">Terms that make no sense, no reason, or others were set since.</exception>
    public void Set(VerdictTerms terms, int seen, string reason, DateTimeOffset now)
    {
        Require(terms.AreSane, AWindowHasSaneTerms);
        var why = AnswerText.Tidy(reason) ?? "";
        Require(AnswerText.Is(why, 20, 1_000), AChangeOfTermsSaysWhy);
        if (terms == Current)
        {
            return;
        }

        Require(seen == ChangeCount, TheTermsAreThoseThatWereRead);
        var change = TermsChange.Make(Id, ++ChangeCount, terms, why, now);
        changes.Add(change);
        Record(VerdictTermsSet.From(change, Slug));
    }
}

/// <summary>The terms set at one moment, and why. Never changed: the last one holds.</summary>
public sealed class TermsChange
{
    private TermsChange() { }

    public Guid SpaceId { get; private set; }

    /// <summary>Its rank, from 1.</summary>
    public int Number { get; private set; }

    /// <summary>In calendar days.</summary>
    public int Days { get; private set; }

    /// <summary>In percent.</summary>
    public int Threshold { get; private set; }

    public int Least { get; private set; }

    /// <summary>In working days.</summary>
    public int SecondAnswerDays { get; private set; }

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public VerdictTerms Terms => new(Days, Threshold, Least, SecondAnswerDays);

    internal static TermsChange Make(
        Guid spaceId,
        int number,
        VerdictTerms terms,
        string reason,
        DateTimeOffset at
    ) =>
        new()
        {
            SpaceId = spaceId,
            Number = number,
            Days = terms.Days,
            Threshold = terms.Threshold,
            Least = terms.Least,
            SecondAnswerDays = terms.SecondAnswerDays,
            Reason = reason,
            At = at,
        };
}
