using Deliberation.Domain;
using Deliberation.Domain.Deliberate.Amendments;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Drafting;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Amendments;

/// <summary>Anyone of the space edits words of a text to their liking: what they changed becomes an amendment.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Propose(IMediator mediator, DeliberationDb db, DocumentLog log) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DocumentId { get; set; }

    /// <summary>Whether its words may still change; the form would be refused otherwise.</summary>
    public bool IsWritten { get; private set; } = true;

    public async Task<IActionResult> OnGetAsync(
        int? version,
        int? de,
        int? a,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        IsWritten = await db.IsWrittenAsync(DocumentId, cancellationToken);
        var text = await log.TextAsync(DocumentId, cancellationToken, version ?? int.MaxValue);
        var to = Math.Clamp(a ?? text.Text.Length, 0, text.Text.Length);
        var from = Math.Clamp(de ?? 0, 0, to);
        Data = new Input
        {
            Version = text.Version,
            From = from,
            To = to,
            Proposed = text.Text[from..to],
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        var (version, from, to) = (Data.Version, Data.From, Data.To);
        var command = new Command(
            DocumentId,
            new Stretch(version, from, to),
            Data.Proposed ?? "",
            Data.Reasons ?? "",
            User.PersonId()
        );
        var id = await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/amendements/{id}");
    }

    public Task<bool> LoadAsync(CancellationToken cancellationToken) =>
        db.DocumentsOf(Slug).AnyAsync(document => document.Id == DocumentId, cancellationToken);

    public sealed class Input
    {
        public int Version { get; set; }

        public int From { get; set; }

        public int To { get; set; }

        public string? Proposed { get; set; }

        public string? Reasons { get; set; }
    }

    /// <summary>The passage someone had before them.</summary>
    public sealed record Stretch(int Version, int From, int To);

    /// <param name="NewWords">The passage as they would have it.</param>
    public sealed record Command(Guid DocumentId, Stretch Passage, string NewWords, string Reasons, Guid By)
        : IRequest<Guid>;

    internal sealed class Handler(DeliberationDb db, DocumentLog log, TimeProvider clock)
        : IRequestHandler<Command, Guid>
    {
        public async Task<Guid> Handle(Command request, CancellationToken cancellationToken)
        {
            var document = await db.Set<Document>()
                .SingleAsync(d => d.Id == request.DocumentId, cancellationToken);
            if (!await db.IsWrittenAsync(document.Id, cancellationToken))
            {
                throw new RuleBroken(ProposalRules.AVotedWordingIsFixed);
            }

            var (version, from, to) = request.Passage;
            var text = await log.TextAsync(document.Id, cancellationToken, Math.Max(0, version));
            var passage = Anchor.On(new KeptWords(text.Version, text.Text), from, to);
            var proposed = request.NewWords.Replace("\r\n", "\n", StringComparison.Ordinal);
            var words = Narrowed.Between(text.Text[from..to], proposed);

            var now = clock.GetUtcNow();
            var amendment = Amendment.Propose(
                Guid.CreateVersion7(now),
                document,
                passage with
                {
                    From = from + words.From,
                    To = from + words.To,
                },
                (words.Replaced, words.Proposed),
                request.Reasons,
                request.By,
                now
            );
            db.Add(amendment);
            await db.SaveChangesAsync(cancellationToken);
            return amendment.Id;
        }
    }
}
