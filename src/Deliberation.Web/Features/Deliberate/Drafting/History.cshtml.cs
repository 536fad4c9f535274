using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>A text through time: at any version, between any two, and who wrote each of its words.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class History(IMediator mediator, Roles roles) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "avant")]
    public int? Before { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    /// <summary>The version one compares with; null to read one version alone.</summary>
    [BindProperty(SupportsGet = true, Name = "depuis")]
    public int? Since { get; set; }

    /// <summary>Names and marks in the text can be turned off.</summary>
    [BindProperty(SupportsGet = true, Name = "auteurs")]
    public string? Authors { get; set; }

    public bool ShowsAuthors => Authors != "non";

    public string Slug { get; private set; } = "";

    public Guid DocumentId { get; private set; }

    public bool MayRestore { get; private set; }

    public Result Data { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(
        string slug,
        Guid documentId,
        CancellationToken cancellationToken
    )
    {
        var query = new Query(slug, documentId, Before ?? int.MaxValue, Version, Since);
        if (await mediator.Send(query, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Slug, DocumentId, Data) = (slug, documentId, found);
        MayRestore = (await roles.InSpaceAsync(User.PersonId(), slug))?.Writes() is true && !found.IsFrozen;
        return Page();
    }

    public sealed record Query(string Slug, Guid DocumentId, int Before, int? Version, int? Since)
        : IRequest<Result?>;

    /// <param name="Head">The last version.</param>
    /// <param name="Older">The version before which older edits are found; null when there are none.</param>
    public sealed record Result(
        string Text,
        int Version,
        int Head,
        bool IsFrozen,
        IReadOnlyList<Hand> Hands,
        IReadOnlyList<Words> Passages,
        IReadOnlyList<Line> Edits,
        int? Older
    )
    {
        public ShownDifference? Difference { get; init; }
    }

    /// <summary>Someone whose words stand in the text.</summary>
    /// <param name="Name">As chosen; null when the person is no longer known here.</param>
    /// <param name="Mark">From 1 to 8: which colour and line marks their words.</param>
    public sealed record Hand(string? Name, int Mark, int Characters);

    public sealed record Words(Hand Hand, string Text);

    public sealed record Line(string? Who, DateTimeOffset At, int FromVersion, int ToVersion);

    internal sealed class Handler(DeliberationDb db, DocumentLog log, TextHistory history)
        : IRequestHandler<Query, Result?>
    {
        private const int AtOnce = 1_000;

        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var document = await db.DocumentsOf(request.Slug)
                .AsNoTracking()
                .FirstOrDefaultAsync(found => found.Id == request.DocumentId, cancellationToken);
            if (document is null)
            {
                return null;
            }

            var head = await log.HeadAsync(document.Id, cancellationToken);
            var version = Math.Clamp(request.Version ?? head, 0, head);
            var text = await log.TextAsync(document.Id, cancellationToken, version);
            var writers = await history.WritersAsync(document.SpaceId, cancellationToken);
            var standing = await history.AttributionAsync(document.Id, cancellationToken, version);
            var hands = Hands(standing, writers);
            var (edits, older) = await history.EditsAsync(
                document.Id,
                request.Before,
                AtOnce,
                cancellationToken
            );
            return new Result(
                text.Text,
                version,
                head,
                document.IsFrozen,
                [.. hands.Values],
                [.. Passages(text.Text, standing, hands)],
                [.. edits.Select(edit => Told(edit, writers))],
                older
            )
            {
                Difference = request.Since is { } since
                    ? await DifferenceAsync(
                        document.Id,
                        Math.Clamp(since, 0, head),
                        text.Text,
                        cancellationToken
                    )
                    : null,
            };
        }

        private static Dictionary<Guid, Hand> Hands(
            Attribution standing,
            IReadOnlyDictionary<Guid, Writer> writers
        ) =>
            standing
                .Passages.GroupBy(passage => passage.Author)
                .Select((same, i) => (same.Key, Mark: (i % 8) + 1, Characters: same.Sum(p => p.Length)))
                .ToDictionary(
                    hand => hand.Key,
                    hand => new Hand(writers.GetValueOrDefault(hand.Key)?.Name, hand.Mark, hand.Characters)
                );

        private static IEnumerable<Words> Passages(
            string text,
            Attribution standing,
            Dictionary<Guid, Hand> hands
        )
        {
            var at = 0;
            foreach (var passage in standing.Passages)
            {
                yield return new Words(hands[passage.Author], text.Substring(at, passage.Length));
                at += passage.Length;
            }
        }

        private static Line Told(Edit edit, IReadOnlyDictionary<Guid, Writer> writers) =>
            new(writers.GetValueOrDefault(edit.Author)?.Name, edit.At, edit.FromVersion, edit.ToVersion);

        private async Task<ShownDifference> DifferenceAsync(
            Guid documentId,
            int since,
            string text,
            CancellationToken cancellationToken
        )
        {
            var before = await log.TextAsync(documentId, cancellationToken, since);
            return ShownDifference.Between(before.Text, text);
        }
    }
}
