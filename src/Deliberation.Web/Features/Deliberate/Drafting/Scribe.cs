using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Writes into a text, by the path of every keystroke, words that several people wrote elsewhere or before.</summary>
internal sealed class Scribe(LiveDocuments documents)
{
    /// <param name="baseVersion">The version the changes were made of.</param>
    /// <param name="key">Makes doing it twice write once; at most 30 letters, figures and dashes.</param>
    /// <returns>The version that holds them all, on disk.</returns>
    /// <exception cref="RuleBroken">The text is frozen, or would grow too long.</exception>
    public async Task<int> WriteAsync(
        Guid documentId,
        int baseVersion,
        IReadOnlyList<AuthoredChange> changes,
        string key,
        CancellationToken cancellationToken
    )
    {
        using var lease =
            await documents.HoldAsync(documentId, cancellationToken)
            ?? throw new RuleBroken(DraftingRules.MembersReadDrafts);
        var version = baseVersion;
        foreach (var (i, (author, change)) in changes.Index())
        {
            ClientChange[] one = [new($"{key}-{i}", 0, change)];
            version = await lease.Document.PushAsync(new Push(author, baseVersion, one), cancellationToken);
        }

        return version;
    }
}
