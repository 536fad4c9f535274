using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.RegularExpressions;
using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Makes a proposal of its own of the end of another; merging them again undoes it.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed partial class Split(IMediator mediator, DeliberationDb db, DocumentLog log)
    : PageModel,
        IShownAgain
{
    private const int MostPlaces = 100;
    private const int ShownWords = 100;

    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid Id { get; set; }

    public Proposal Proposal { get; private set; } = null!; // set before the page is shown

    public IReadOnlyList<SelectListItem> Places { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await LoadAsync(cancellationToken) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        var version = Data.Version;
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        var command = new Command(Id, version, Data.At, Data.Title ?? "", User.PersonId());
        var part = await mediator.Send(command, cancellationToken);
        return Redirect(Arrange.Undoing(Slug, Proposal.DraftId, part, new(Arrangement.Join, Proposal.Id)));
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await db.ProposalsOf(Slug)
            .AsNoTracking()
            .FirstOrDefaultAsync(proposal => proposal.Id == Id, cancellationToken);
        if (found is null)
        {
            return false;
        }

        Proposal = found;
        var text = await log.TextAsync(found.DocumentId, cancellationToken);
        Data.Version = text.Version;
        Places =
        [
            .. ParagraphsOf(text.Text)
                .Take(MostPlaces)
                .Select(at => new SelectListItem(
                    Shortened(text.Text[at..]),
                    at.ToString(CultureInfo.InvariantCulture)
                )),
        ];
        return true;
    }

    // Where paragraphs begin, but for the first.
    private static IEnumerable<int> ParagraphsOf(string text) =>
        Pause().Matches(text).Select(pause => pause.Index + pause.Length).Where(at => at < text.Length);

    private static string Shortened(string text)
    {
        var line = text.Split('\n')[0];
        return line.Length <= ShownWords ? line : $"{line[..ShownWords].TrimEnd('\uD83D')}…";
    }

    [GeneratedRegex(@"(?<=\S)[ \t]*\n\s*\n(?=\S)", RegexOptions.None, 1_000)]
    private static partial Regex Pause();

    public sealed class Input
    {
        public int Version { get; set; }

        [Range(1, int.MaxValue)]
        public int At { get; set; }

        [Required]
        public string? Title { get; set; }
    }

    /// <param name="Version">The text one saw; what others write since goes along with its paragraph.</param>
    /// <param name="At">Where the new proposal begins in it.</param>
    public sealed record Command(Guid ProposalId, int Version, int At, string Title, Guid By)
        : IRequest<Guid>;

    internal sealed class Handler(
        DeliberationDb db,
        DocumentLog log,
        TextsTogether together,
        TextSplit split,
        TimeProvider clock
    ) : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var proposal = await db.Set<Proposal>()
                .SingleAsync(found => found.Id == request.ProposalId, cancellationToken);
            var text = await log.TextAsync(proposal.DocumentId, cancellationToken, request.Version);
            if (!ParagraphsOf(text.Text).Contains(request.At))
            {
                throw new RuleBroken(ProposalRules.ASplitLeavesWordsOnBothSides);
            }

            return await together.WriteAsync(
                [proposal.DocumentId],
                () => SplitAsync(proposal, (text.Version, request.At), request, cancellationToken),
                cancellationToken
            );
        }

        private async Task<Guid> SplitAsync(
            Proposal proposal,
            (int Version, int At) place,
            Command request,
            CancellationToken cancellationToken
        )
        {
            var draft = await db.Set<Draft>().SingleAsync(d => d.Id == proposal.DraftId, cancellationToken);
            var now = clock.GetUtcNow();
            var document = Document.Create(Guid.CreateVersion7(now), proposal.SpaceId, now);
            var id = Guid.CreateVersion7(now);
            var part = proposal.Split(id, draft, document, request.Title, request.By, now);
            db.AddRange(document, part);
            // Of two people who cut at once, the second has not seen the first one's cut.
            db.Entry(proposal).State = EntityState.Modified;
            await db.SaveChangesAsync(cancellationToken);
            await split.SplitAsync(proposal, part, place, request.By, cancellationToken);
            return id;
        }
    }
}
