using Deliberation.Domain;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using MediatR;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>
/// Writes in a text without an open page: a form, or a text brought from elsewhere. What was changed in the version
/// it starts from is merged into what others wrote since, by the same path as every keystroke.
/// </summary>
internal static class Write
{
    /// <param name="Key">Makes sending the form twice write once; <c>form-</c> and a random part.</param>
    public sealed record Command(Guid DocumentId, int BaseVersion, string NewText, string Key, Guid By)
        : IRequest<int>;

    /// <summary>A key for one form.</summary>
    public static string NewKey() => $"form-{Guid.NewGuid():N}";

    internal sealed class Handler(LiveDocuments documents, DocumentLog log, Standing standing)
        : IRequestHandler<Command, int>
    {
        public async Task<int> Handle(Command request, CancellationToken cancellationToken)
        {
            using var lease =
                await documents.HoldAsync(request.DocumentId, cancellationToken)
                ?? throw new RuleBroken(DraftingRules.MembersReadDrafts);
            await RequireWriterAsync(lease.Document, request.By);
            Require(
                Visitor.IsClientId(request.Key) && request.BaseVersion >= 0,
                DraftingRules.AChangeFitsItsText
            );

            var before = await log.TextAsync(request.DocumentId, cancellationToken, request.BaseVersion);
            Require(before.Version == request.BaseVersion, DraftingRules.AChangeFitsItsText);
            var after = Lines(request.NewText);
            Require(after.Length <= TextChange.LongestText, DraftingRules.ATextHasALimit);
            if (after == before.Text)
            {
                return before.Version;
            }

            var change = new ClientChange(request.Key, 0, TextDifference.Between(before.Text, after));
            return await lease.Document.PushAsync(
                new Push(request.By, request.BaseVersion, [change]),
                cancellationToken
            );
        }

        // Forms send two units for a line end, browsers' editors count one.
        private static string Lines(string text) =>
            text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

        private async Task RequireWriterAsync(LiveDocument document, Guid person)
        {
            var place = await standing.InAsync(document.SpaceId, person);
            Require(place is not null, DraftingRules.MembersReadDrafts);
            Require(place?.Role.Writes() is true, DraftingRules.OnlyWritersWrite);
        }

        private static void Require(bool condition, Rule rule)
        {
            if (!condition)
            {
                throw new RuleBroken(rule);
            }
        }
    }
}
