using System.Security.Cryptography;
using System.Text.Json;
using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>One text: a form that merges what it is sent, which a script turns into an editor shared by all.</summary>
[Authorize(Policy = Policies.SpaceReader)]
internal sealed class Text(IMediator mediator, Roles roles, DocumentLog log, FeatureTexts<Text> texts)
    : PageModel,
        IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    [FromRoute]
    public Guid DocumentId { get; set; }

    public Result Shown { get; private set; } = null!; // set before the page is shown

    public bool MayWrite { get; private set; }

    public bool MayDescribe { get; private set; }

    public string StyleNonce { get; } = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

    /// <summary>What the editor says, in the reader's language.</summary>
    public string Words => JsonSerializer.Serialize(EditorWords.In(texts));

    /// <summary>The words that the reader was led to; null when they come for the text.</summary>
    public SoughtWords? Sought { get; private set; }

    /// <param name="version">With the next two: words found elsewhere, which are shown first.</param>
    public async Task<IActionResult> OnGetAsync(
        CancellationToken cancellationToken,
        [FromQuery] int? version = null,
        [FromQuery(Name = "de")] int? from = null,
        [FromQuery(Name = "a")] int? to = null
    )
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (version is { } known)
        {
            var place = new Anchor(known, from ?? 0, to ?? 0);
            Sought = await SoughtWords.FindAsync(log, DocumentId, Shown.Kept, place, cancellationToken);
        }

        Data = new Input
        {
            Text = Shown.Kept.Text,
            BaseVersion = Shown.Kept.Version,
            Key = Write.NewKey(),
        };
        await mediator.Send(
            new Come.Command(DocumentId, Shown.Kept.Version, User.PersonId()),
            cancellationToken
        );
        return Page();
    }

    /// <param name="reprendre">Back from the preview: what was typed is shown again, and nothing is saved.</param>
    public async Task<IActionResult> OnPostAsync(
        [FromQuery] bool reprendre,
        CancellationToken cancellationToken
    )
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (reprendre)
        {
            return Page();
        }

        var command = new Write.Command(
            DocumentId,
            Data.BaseVersion,
            Data.Text ?? "",
            Data.Key ?? "",
            User.PersonId()
        );
        await mediator.Send(command, cancellationToken);
        return Redirect($"/dispositifs/{Slug}/atelier/textes/{DocumentId}?enregistre=1");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        HttpContext.Items[SecurityHeaders.NonceItem] = StyleNonce;
        if (await mediator.Send(new Query(Slug, DocumentId), cancellationToken) is not { } found)
        {
            return false;
        }

        var role = await roles.InSpaceAsync(User.PersonId(), Slug);
        Shown = found;
        MayWrite = role?.Writes() is true && found.Frozen is null;
        MayDescribe = role?.Writes() is true;
        return true;
    }

    public sealed class Input
    {
        public string? Text { get; set; }

        public int BaseVersion { get; set; }

        public string? Key { get; set; }
    }

    public sealed record Query(string Slug, Guid DocumentId) : IRequest<Result?>;

    /// <param name="Proposal">Null for the prose of a part.</param>
    public sealed record Result(
        string Title,
        KeptText Kept,
        string? Frozen,
        Proposal? Proposal,
        Proposal? MergedInto,
        IReadOnlyList<NamedContribution> Origins,
        MarginView Margin
    );

    internal sealed class Handler(DeliberationDb db, DocumentLog log, Margins margins)
        : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var document = await db.DocumentsOf(request.Slug)
                .AsNoTracking()
                .FirstOrDefaultAsync(found => found.Id == request.DocumentId, cancellationToken);
            if (document is null)
            {
                return null;
            }

            var proposal = await db.Set<Proposal>()
                .AsNoTracking()
                .FirstOrDefaultAsync(found => found.DocumentId == document.Id, cancellationToken);
            var section = await db.Set<Section>()
                .Where(found => found.DocumentId == document.Id)
                .Select(found => found.Title)
                .FirstOrDefaultAsync(cancellationToken);
            var text = await log.TextAsync(document.Id, cancellationToken);
            var title = proposal?.Title ?? section ?? "";
            var cited = proposal?.Origins.Select(origin => origin.ContributionId).ToList() ?? [];
            var origins = await db.Set<Contribution>()
                .Where(contribution => cited.Contains(contribution.Id))
                .OrderBy(contribution => contribution.MadeAt)
                .ByTheirWords(letters: 60)
                .ToListAsync(cancellationToken);
            var margin = await margins.ReadAsync(request.Slug, document, cancellationToken);
            var merged = proposal?.MergedInto;
            var into = await db.Set<Proposal>()
                .AsNoTracking()
                .FirstOrDefaultAsync(found => found.Id == merged, cancellationToken);
            return new Result(title, text, document.FrozenReason, proposal, into, origins, margin);
        }
    }
}
