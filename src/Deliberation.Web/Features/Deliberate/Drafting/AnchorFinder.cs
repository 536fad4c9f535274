using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>The words someone points at: selected in the editor, or quoted in a form.</summary>
/// <param name="Version">The version in which they were selected.</param>
/// <param name="Quote">The words themselves, when they were typed and not selected.</param>
internal sealed record Pointed(int? Version, int? From, int? To, string? Quote)
{
    public bool IsSelection => Version >= 0 && From < To;
}

/// <summary>Words of a text, with the place where they stand.</summary>
internal sealed record Found(Anchor Anchor, string Words);

/// <summary>Finds the words that a comment or an amendment is about.</summary>
internal sealed class AnchorFinder(DocumentLog log)
{
    /// <returns>Null when nothing is pointed at: it is about the whole text.</returns>
    /// <exception cref="RuleBroken">The words are not in the text.</exception>
    public async Task<Found?> FindAsync(Guid documentId, Pointed pointed, CancellationToken cancellationToken)
    {
        var quote = (pointed.Quote ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (!pointed.IsSelection && quote.Length == 0)
        {
            return null;
        }

        var version = pointed.IsSelection ? pointed.Version ?? 0 : int.MaxValue;
        var kept = await log.TextAsync(documentId, cancellationToken, version);
        var (from, to) = pointed.IsSelection
            ? (pointed.From ?? -1, pointed.To ?? -1)
            : Quoted(kept.Text, quote);
        var anchor = Anchor.On(new KeptWords(kept.Version, kept.Text), from, to);
        return new Found(anchor, kept.Text[from..to]);
    }

    private static (int From, int To) Quoted(string text, string quote)
    {
        var from = text.IndexOf(quote, StringComparison.Ordinal);
        return (from, from + quote.Length);
    }
}
