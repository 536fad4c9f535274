using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Deliberate.Contributions;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using MediatR;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>One subject on the moderators' desk: its words, its feedbacks, and what may be said of it.</summary>
[Authorize(Policy = Policies.Moderator)]
internal sealed class ReadSubject(IMediator mediator, ThemeNames themes) : PageModel
{
    private const int PageSize = 25;

    [FromRoute]
    public string Number { get; set; } = "";

    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    public Result Data { get; private set; } = null!; // set before the page is written

    public IReadOnlyDictionary<string, string> Themes { get; private set; } =
        new Dictionary<string, string>();

    /// <summary>The name and the function; of somebody who left, the function alone.</summary>
    public string Who(SubjectStep step, string function) =>
        Data.Names.TryGetValue(step.By, out var name) ? $"{name}, {function}" : function;

    public int Pages => Math.Max(1, (int)Math.Ceiling(Data.Subject.Feedbacks / (double)PageSize));

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        var query = new Query(Number, Math.Clamp(PageNumber, 1, 100_000));
        if (await mediator.Send(query, cancellationToken) is not { } found)
        {
            return NotFound();
        }

        (Data, Themes) = (found, await themes.AllAsync(cancellationToken));
        return Page();
    }

    public sealed record Query(string Number, int Page) : IRequest<Result?>;

    /// <param name="Into">The number of the subject that took it in, if one did.</param>
    /// <param name="Names">Of those who decided something, for the desk alone.</param>
    public sealed record Result(
        Subject Subject,
        string? Into,
        IReadOnlyList<FeedbackLine> Lines,
        IReadOnlyDictionary<Guid, string> Names
    );

    internal sealed class Handler(DeliberationDb db) : IRequestHandler<Query, Result?>
    {
        public async Task<Result?> Handle(Query request, CancellationToken cancellationToken)
        {
            var number = request.Number.ToUpperInvariant();
            var subject = await db.Set<Subject>()
                .AsNoTracking()
                .FirstOrDefaultAsync(subject => subject.Number == number, cancellationToken);
            if (subject is null)
            {
                return null;
            }

            var into = await db.Set<Subject>()
                .Where(other => other.Id == subject.MergedIntoId)
                .Select(other => other.Number)
                .FirstOrDefaultAsync(cancellationToken);
            var inside = db.Set<Reading>()
                .Where(reading => reading.SubjectId == subject.Id)
                .OrderByDescending(reading => reading.ReceivedAt)
                .ThenByDescending(reading => reading.Id)
                .Skip((request.Page - 1) * PageSize)
                .Take(PageSize)
                .Select(reading => reading.Id);
            var lines = await db.Set<UserFeedback>()
                .AsNoTracking()
                .Where(feedback => inside.Contains(feedback.Id))
                .ThatArePublic()
                .OrderByDescending(feedback => feedback.ReceivedAt)
                .ThenByDescending(feedback => feedback.Id)
                .Lines()
                .ToListAsync(cancellationToken);
            return new Result(subject, into, lines, await NamesAsync(subject, cancellationToken));
        }

        private async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(
            Subject subject,
            CancellationToken cancellationToken
        )
        {
            var people = subject.Steps.Select(step => step.By).Distinct().ToList();
            return await db.Set<Person>()
                .Where(person => people.Contains(person.Id))
                .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        }
    }
}
