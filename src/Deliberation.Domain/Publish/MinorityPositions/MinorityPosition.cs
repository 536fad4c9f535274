using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Publish.MinorityPositions;

/// <summary>Position minoritaire: what members who do not share an adopted proposition want read beside it.</summary>
public sealed class MinorityPosition
{
    /// <summary>In characters.</summary>
    public const int Shortest = 20;

    /// <summary>In characters.</summary>
    public const int Longest = 3_000;

    private readonly List<MinoritySignature> signatures = [];

    private MinorityPosition() { }

    public Guid Id { get; private set; }

    public Guid OpinionId { get; private set; }

    /// <summary>The adopted proposal that it does not share.</summary>
    public Guid ProposalId { get; private set; }

    /// <summary>Plain words; they are never changed, only withdrawn with the last signature.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset WrittenAt { get; private set; }

    /// <summary>Its number beside its proposition, from 1; 0 before publication.</summary>
    public int Number { get; private set; }

    /// <summary>The edition it was first published in; null before publication.</summary>
    public int? Edition { get; private set; }

    /// <summary>The earliest first.</summary>
    public IReadOnlyList<MinoritySignature> Signatures =>
        [.. signatures.OrderBy(signature => signature.SignedAt).ThenBy(signature => signature.PersonId)];

    public bool IsPublished => Edition is not null;

    public bool IsSignedBy(Guid personId) => signatures.Exists(signature => signature.PersonId == personId);

    /// <summary>Its published name: <c>AC-2021-01-P12-M1</c>.</summary>
    public static string ReferenceOf(string proposition, int number) => $"{proposition}-M{number}";

    internal static string Tidy(string text) => text.ReplaceLineEndings("\n").Trim();

    internal static bool IsText(string text) =>
        text.Length is >= Shortest and <= Longest && WellFormedText.Is(text);

    internal static MinorityPosition Write(
        Guid id,
        Guid opinionId,
        Guid proposalId,
        string text,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = id,
            OpinionId = opinionId,
            ProposalId = proposalId,
            Text = text,
            WrittenAt = now,
        };

    internal void Sign(Guid personId, DateTimeOffset now) =>
        signatures.Add(MinoritySignature.Of(Id, personId, now));

    internal void Withdraw(Guid personId) =>
        signatures.RemoveAll(signature => signature.PersonId == personId);

    internal void Freeze(int number, int edition) => (Number, Edition) = (number, edition);
}
