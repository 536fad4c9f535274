using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Instruction;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>An agent's afternoon: what their body owes, the most overdue first.</summary>
[Authorize(Policy = Policies.Agent)]
internal sealed class Desk(
    DeliberationDb db,
    Roles roles,
    TreatmentList treatments,
    AnswersUnderWay answersUnderWay
) : PageModel
{
    [FromQuery(Name = "vue")]
    public DeskView View { get; set; }

    [FromQuery(Name = "q")]
    public string? Text { get; set; }

    [FromQuery(Name = "p")]
    public int Number { get; set; } = 1;

    /// <summary>The proposition just answered, when coming back from its form.</summary>
    [FromQuery(Name = "repondu")]
    public string? Answered { get; set; }

    /// <summary>What became of its answer; null when it was published.</summary>
    [FromQuery(Name = "etape")]
    public AnswerStage? Stage { get; set; }

    public Body Body { get; private set; } = null!; // an agent always has one

    public TreatmentPage List { get; private set; } = new([], 0, 1, 1);

    public IReadOnlyDictionary<DeskView, int> Counts { get; private set; } = new Dictionary<DeskView, int>();

    /// <summary>The answers under way, when their pile is the one shown.</summary>
    public UnderWayList? UnderWay { get; private set; }

    /// <summary>Where the answers to the propositions of the list stand, for those that have one under way.</summary>
    public IReadOnlyDictionary<Guid, AnswerStage> Stages { get; private set; } =
        new Dictionary<Guid, AnswerStage>();

    /// <summary>Below the desk's address, the next thing to do in this pile; null when it is empty.</summary>
    public string? Next { get; private set; }

    /// <summary>The piles of the chain are there when the body has one, or something is left in it.</summary>
    public IEnumerable<DeskView> Views =>
        Enum.GetValues<DeskView>()
            .Where(view =>
                StageOf(view) is null || Body.HasChain || Counts.GetValueOrDefault(view) > 0 || view == View
            );

    public DateOnly Today => treatments.Today;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        var bodyId = await roles.BodyOfAsync(User.PersonId());
        Body = await db.Set<Body>().AsNoTracking().FirstAsync(body => body.Id == bodyId, cancellationToken);
        var counts = new Dictionary<DeskView, int>();
        var stages = await answersUnderWay.CountAsync(Body.Id, cancellationToken);
        foreach (var view in Enum.GetValues<DeskView>())
        {
            counts[view] = StageOf(view) is { } stage
                ? stages.GetValueOrDefault(stage)
                : await Narrow(view).CountAsync(cancellationToken);
        }

        Counts = counts;
        if (StageOf(View) is { } shown)
        {
            var pile = new Pile(Body.Id, shown);
            var page = await answersUnderWay.PageAsync(pile, User.PersonId(), Number, cancellationToken);
            UnderWay = new UnderWayList(shown, page);
            var next = page.Rows.FirstOrDefault(row => !row.IsMine || shown == AnswerStage.SentBack);
            Next = next is null ? null : $"{next.Reference}/relecture";
        }
        else
        {
            await ReadAsync(cancellationToken);
            Next = List.Rows.FirstOrDefault(row => !Stages.ContainsKey(row.Id))?.Reference;
        }
    }

    /// <summary>What a body owes: a first answer, or an update that it promised.</summary>
    internal static IQueryable<TreatmentRow> Waiting(IQueryable<TreatmentRow> rows, Guid bodyId) =>
        rows.Where(row => row.BodyId == bodyId && (row.ExpectedOn != null || row.Answers == 0))
            .Where(row => !row.IsWithdrawn);

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var filter = new TreatmentFilter
        {
            Text = Text,
            Order = View == DeskView.Repondues ? TreatmentOrder.Recent : TreatmentOrder.Attente,
        };
        var rows = filter.Sort(filter.Apply(Narrow(View), Today));
        var total = await rows.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + TreatmentList.PageSize - 1) / TreatmentList.PageSize);
        var current = Math.Clamp(Number, 1, pages);
        var found = await rows.Skip((current - 1) * TreatmentList.PageSize)
            .Take(TreatmentList.PageSize)
            .ToListAsync(cancellationToken);
        List = new TreatmentPage(found, total, current, pages);
        Guid[] shown = [.. found.Select(row => row.Id)];
        Stages = await answersUnderWay.StagesAsync(Body.Id, shown, cancellationToken);
    }

    private static AnswerStage? StageOf(DeskView view) =>
        view switch
        {
            DeskView.ARelire => AnswerStage.Prepared,
            DeskView.ASigner => AnswerStage.Reviewed,
            DeskView.Programmees => AnswerStage.Signed,
            DeskView.Renvoyees => AnswerStage.SentBack,
            _ => null,
        };

    private IQueryable<TreatmentRow> Narrow(DeskView view)
    {
        var today = Today;
        var mine = treatments.Rows().Where(row => row.BodyId == Body.Id);
        return view switch
        {
            DeskView.ARepondre => Waiting(mine, Body.Id)
                .Where(row =>
                    !db.Set<PreparedAnswer>()
                        .Any(answer => answer.UnderWay == row.Id && answer.BodyId == row.BodyId)
                ),
            DeskView.EnRetard => mine.Where(row => row.ExpectedOn < today),
            DeskView.Repondues => mine.Where(row => row.Answers > 0),
            _ => mine,
        };
    }
}

/// <summary>The piles on an agent's desk; the words stand in addresses.</summary>
internal enum DeskView
{
    /// <summary>Waiting for a first answer, or for an update that was promised.</summary>
    ARepondre,
    EnRetard,

    /// <summary>Written, and waiting for someone else to read it.</summary>
    ARelire,
    ASigner,
    Programmees,
    Renvoyees,
    Repondues,
    Toutes,
}
