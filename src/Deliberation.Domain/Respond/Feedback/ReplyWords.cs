using System.Security.Cryptography;
using System.Text;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Domain.Respond.Instruction;

namespace Deliberation.Domain.Respond.Feedback;

/// <summary>What an agent writes in a reply.</summary>
/// <param name="Function">Who writes, as a function: 3 to 120 units.</param>
/// <param name="Text">In plain words: 10 to 4,000 units.</param>
/// <param name="Outcome">What the feedback leads to.</param>
/// <param name="PlannedFor">The day of a planned change, and only then.</param>
/// <param name="Evidence">What shows a change that was made, and only then: at most 500 units.</param>
public sealed record ReplyWords(
    string Function,
    string Text,
    ReplyOutcome Outcome,
    DateOnly? PlannedFor = null,
    string? Evidence = null
)
{
    internal bool IsSigned => Function.Length is >= 3 and <= 120 && WellFormedText.Is(Function);

    internal bool SaysSomething => Text.Length is >= 10 and <= 4_000 && WellFormedText.Is(Text);

    internal bool IsFilledIn =>
        !$"{Function}\n{Text}\n{Evidence}".Contains(AnswerTemplate.Blank, StringComparison.Ordinal);

    internal bool HasItsDate => (Outcome == ReplyOutcome.ChangePlanned) == PlannedFor.HasValue;

    internal bool HasItsEvidence =>
        Outcome == ReplyOutcome.ChangeMade
            ? Evidence is { Length: >= 5 and <= 500 } && WellFormedText.Is(Evidence)
            : Evidence is null;

    internal ReplyWords Tidied() =>
        this with
        {
            Function = Function.Trim(),
            Text = Text.ReplaceLineEndings("\n").Trim(),
            Evidence = string.IsNullOrWhiteSpace(Evidence) ? null : Evidence.ReplaceLineEndings("\n").Trim(),
        };

    /// <summary>SHA-256 of a text in UTF-8, in lower-case hexadecimal: the register shows it instead of the words.</summary>
    internal static string Fingerprint(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
