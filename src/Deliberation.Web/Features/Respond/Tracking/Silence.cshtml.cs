using Deliberation.Web.Platform.Caching;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>Propositions that wait for a word, the longest wait first, and each body in figures.</summary>
[AllowAnonymous]
[SameForEveryone]
internal sealed class Silence(Unanswered unanswered, TreatmentList treatments, FilterChoices choices)
    : PageModel
{
    [FromQuery(Name = "organisme")]
    public string? Body { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    public TreatmentPage List { get; private set; } = new([], 0, 1, 1);

    public FilterChoices.Offer Choices { get; private set; } = new([], [], []);

    public IReadOnlyList<BodyFigures> Figures { get; private set; } = [];

    public DateOnly Today => treatments.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Choices = await choices.ReadAsync(cancellationToken);
        List = await unanswered.PageAsync(Body, Number, cancellationToken);
        Figures = await unanswered.FiguresAsync(Body, cancellationToken);
    }
}
