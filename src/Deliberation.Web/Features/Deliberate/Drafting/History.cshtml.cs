using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Member = Deliberation.Domain.Assemble.Membership.Membership;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Who wrote in a text, and when; what one person typed in one go is one line.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class History(IMediator mediator) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "avant")]
    public int? Before { get; set; }

    [BindProperty(SupportsGet = true, Name = "version")]
    public int? Version { get; set; }

    public string Slug { get; private set; } = "";

    public Guid DocumentId { get; private set; }

    public Result Data { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(
        string slug,
        Guid documentId,
        CancellationToken cancellationToken
    )
    {
        var query = new Query(slug, documentId, Before ?? int.MaxValue, Version);
        if (await mediator.Send(query, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Slug, DocumentId, Data) = (slug, documentId, found);
        return Page();
    }

    public sealed record Query(string Slug, Guid DocumentId, int Before, int? Version) : IRequest<Result?>;

    /// <param name="Older">The version before which older edits are found; null when there are none.</param>
    /// <param name="Text">The text at the version asked for.</param>
    public sealed record Result(IReadOnlyList<Edit> Edits, int? Older, KeptText? Text);

    /// <param name="Who">The name as chosen; null when the person is no longer known here.</param>
    public sealed record Edit(string? Who, DateTimeOffset At, int FromVersion, int ToVersion);

    internal sealed class Handler(DeliberationDb db, DocumentLog log) : IRequestHandler<Query, Result?>
    {
        private const int AtOnce = 1_000;

        private static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var document = await db.DocumentsOf(request.Slug)
                .AsNoTracking()
                .FirstOrDefaultAsync(found => found.Id == request.DocumentId, cancellationToken);
            if (document is null)
            {
                return null;
            }

            var rows = await db.Set<ChangeRow>()
                .Where(row => row.DocumentId == document.Id && row.Version < request.Before)
                .OrderByDescending(row => row.Version)
                .Take(AtOnce)
                .Select(row => new Row(row.Version, row.AuthorId, row.At))
                .ToListAsync(cancellationToken);
            var names = await NamesAsync(document.SpaceId, cancellationToken);
            var text = request.Version is { } version
                ? await log.TextAsync(document.Id, cancellationToken, version)
                : null;
            var older = rows.Count == AtOnce ? rows[^1].Version : (int?)null;
            return new Result([.. Together(rows).Select(edit => Named(edit, names))], older, text);
        }

        private async Task<Dictionary<Guid, string>> NamesAsync(
            Guid spaceId,
            CancellationToken cancellationToken
        )
        {
            var members = await db.Set<Member>()
                .Where(member => member.SpaceId == spaceId)
                .OrderByDescending(member => member.JoinedAt)
                .Select(member => new { member.PersonId, member.Name })
                .ToListAsync(cancellationToken);
            return members
                .DistinctBy(member => member.PersonId)
                .ToDictionary(member => member.PersonId, member => member.Name);
        }

        private static IEnumerable<List<Row>> Together(IEnumerable<Row> newestFirst)
        {
            var edit = new List<Row>();
            foreach (var row in newestFirst)
            {
                if (edit.Count > 0 && (edit[^1].Author != row.Author || edit[^1].At - row.At > Pause))
                {
                    yield return edit;
                    edit = [];
                }

                edit.Add(row);
            }

            if (edit.Count > 0)
            {
                yield return edit;
            }
        }

        private static Edit Named(List<Row> edit, Dictionary<Guid, string> names) =>
            new(names.GetValueOrDefault(edit[0].Author), edit[0].At, edit[^1].Version, edit[0].Version);

        private sealed record Row(int Version, Guid Author, DateTimeOffset At);
    }
}
