using System.ComponentModel.DataAnnotations;
using Deliberation.Domain.Publish.Opinions;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Publish.Opinions;

/// <summary>The facilitator puts an opinion together: adopted proposals in their sections, and what is written around them.</summary>
[Authorize(Policy = Policies.SpaceFacilitator)]
internal sealed partial class Assemble(IMediator mediator) : PageModel, IShownAgain
{
    [BindProperty]
    public Input Data { get; set; } = new();

    [FromRoute]
    public string Slug { get; set; } = "";

    /// <summary>The address of an opinion that gets a new edition; null for a new opinion.</summary>
    [FromQuery(Name = "avis")]
    public string? Avis { get; set; }

    /// <summary>The draft it comes from; the latest when it is not said.</summary>
    [FromQuery(Name = "projet")]
    public Guid? DraftId { get; set; }

    public Desk Desk { get; private set; } = null!; // set before the page is shown

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        Data = Desk.Prefilled;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return Page();
        }

        await mediator.Send(ToCommand(), cancellationToken);
        return Redirect($"/dispositifs/{Slug}/avis/{Desk.OpinionSlug ?? Data.Address}/apercu");
    }

    public async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var found = await mediator.Send(new Query(Slug, Avis, DraftId), cancellationToken);
        Desk = found!; // the page is not shown when null
        return found is not null;
    }

    private Command ToCommand()
    {
        var chosen = Data.Items.Where(item => item.IsIn).ToLookup(item => item.SectionId);
        return new Command(User.PersonId(), Slug, Desk.DraftId, Desk.OpinionSlug ?? Data.Address ?? "")
        {
            Title = Data.Title ?? "",
            Preamble = Lines(Data.Preamble),
            Introduction = Lines(Data.Introduction),
            Conclusion = Lines(Data.Conclusion),
            AdoptionNote = Lines(Data.AdoptionNote),
            SourceNote = Lines(Data.SourceNote),
            CorrectionNote = Lines(Data.CorrectionNote),
            Sections =
            [
                .. Desk.Sections.Select(section => new Chosen(
                    section.Id,
                    [.. chosen[section.Id].OrderBy(item => item.Position).Select(item => item.ProposalId)]
                )),
            ],
        };
    }

    // Forms send two units for a line end; texts are kept with one.
    private static string Lines(string? text) =>
        (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    /// <summary>What the form may say.</summary>
    public sealed class Input
    {
        [Required]
        public string? Title { get; set; }

        /// <summary>The last part of the opinion's address; fixed once it exists.</summary>
        public string? Address { get; set; }

        public string? Preamble { get; set; }

        public string? Introduction { get; set; }

        public string? Conclusion { get; set; }

        public string? AdoptionNote { get; set; }

        public string? SourceNote { get; set; }

        public string? CorrectionNote { get; set; }

        [MaxLength(500)]
        public List<Item> Items { get; set; } = [];
    }

    /// <summary>Whether an adopted proposal is in, and where.</summary>
    public sealed class Item
    {
        public Guid ProposalId { get; set; }

        public bool IsIn { get; set; }

        public Guid SectionId { get; set; }

        public int Position { get; set; }
    }

    public sealed record Query(string Slug, string? Avis, Guid? DraftId) : IRequest<Desk?>;

    /// <summary>A section of the draft and, in order, the proposals that go under it.</summary>
    public sealed record Chosen(Guid SectionId, IReadOnlyList<Guid> ProposalIds);

    /// <param name="OpinionSlug">The last part of the opinion's address; an opinion that exists gets a new edition.</param>
    public sealed record Command(Guid By, string Slug, Guid DraftId, string OpinionSlug) : IRequest<Guid>
    {
        public string Title { get; init; } = "";

        /// <summary>Of the form AC-2026-01; the next free one of the year when null.</summary>
        public string? Reference { get; init; }

        public string Preamble { get; init; } = "";

        public string Introduction { get; init; } = "";

        public string Conclusion { get; init; } = "";

        public string AdoptionNote { get; init; } = "";

        public string SourceNote { get; init; } = "";

        public string CorrectionNote { get; init; } = "";

        public IReadOnlyList<Chosen> Sections { get; init; } = [];
    }
}

/// <summary>What lies on the desk of whoever assembles: sections of the draft, adopted proposals, the form as it starts.</summary>
/// <param name="OpinionSlug">Null for a new opinion.</param>
/// <param name="IsCorrection">An edition is published already.</param>
internal sealed record Desk(
    Guid DraftId,
    string? OpinionSlug,
    bool IsCorrection,
    IReadOnlyList<DeskSection> Sections,
    IReadOnlyDictionary<Guid, string> Proposals,
    Assemble.Input Prefilled
);

internal sealed record DeskSection(Guid Id, string Title);
