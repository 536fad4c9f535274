using System.Globalization;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Respond.Tracking;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>Reads the answers that a body is preparing: for its own agents, and nobody else.</summary>
internal sealed class AnswersUnderWay(DeliberationDb db)
{
    public async Task<IReadOnlyDictionary<AnswerStage, int>> CountAsync(
        Guid bodyId,
        CancellationToken cancellationToken
    ) =>
        await db.Set<PreparedAnswer>()
            .Where(answer => answer.BodyId == bodyId && answer.UnderWay != null)
            .GroupBy(answer => answer.Stage)
            .Select(group => new { group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Key, group => group.Count, cancellationToken);

    /// <summary>Where the answers to these propositions stand; nothing for those that have none under way.</summary>
    public async Task<IReadOnlyDictionary<Guid, AnswerStage>> StagesAsync(
        Guid bodyId,
        IReadOnlyList<Guid> treatments,
        CancellationToken cancellationToken
    ) =>
        await db.Set<PreparedAnswer>()
            .Where(answer => answer.BodyId == bodyId && answer.UnderWay != null)
            .Where(answer => treatments.Contains(answer.TreatmentId))
            .ToDictionaryAsync(answer => answer.TreatmentId, answer => answer.Stage, cancellationToken);

    /// <summary>The longest held first; planned ones by their day.</summary>
    public async Task<UnderWayPage> PageAsync(
        Pile pile,
        Guid reader,
        int page,
        CancellationToken cancellationToken
    )
    {
        var (bodyId, stage) = pile;
        var answers = db.Set<PreparedAnswer>()
            .AsNoTracking()
            .Where(answer => answer.BodyId == bodyId && answer.Stage == stage);
        var total = await answers.CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + TreatmentList.PageSize - 1) / TreatmentList.PageSize);
        var current = Math.Clamp(page, 1, pages);
        var rows = await Rows(
                reader,
                answers
                    .OrderBy(answer => answer.EffectiveOn)
                    .ThenBy(answer => answer.Since)
                    .ThenBy(answer => answer.Id)
                    .Skip((current - 1) * TreatmentList.PageSize)
                    .Take(TreatmentList.PageSize)
            )
            .ToListAsync(cancellationToken);
        return new UnderWayPage(rows, total, current, pages);
    }

    /// <summary>The steps of one answer, with the names of those who took them.</summary>
    public Task<List<StepRow>> StepsAsync(Guid answerId, CancellationToken cancellationToken) =>
        (
            from step in db.Set<PreparedStep>().AsNoTracking()
            where step.PreparedAnswerId == answerId
            orderby step.Number
            select new StepRow(
                step.Stage,
                step.At,
                db.Set<Person>().Where(one => one.Id == step.By).Select(one => one.Name).FirstOrDefault(),
                step.Reason
            )
        ).ToListAsync(cancellationToken);

    private IQueryable<UnderWayRow> Rows(Guid reader, IQueryable<PreparedAnswer> answers) =>
        from answer in answers
        join treatment in db.Set<Treatment>() on answer.TreatmentId equals treatment.Id
        from status in db.Set<Status>()
            .Where(status =>
                EF.Property<Guid>(status, StatusMapping.OpinionId) == treatment.OpinionId
                && status.Code == answer.Content.Status
            )
            .DefaultIfEmpty()
        from step in db.Set<PreparedStep>()
            .Where(step => step.PreparedAnswerId == answer.Id && step.Number == answer.StepCount)
        select new UnderWayRow
        {
            Id = answer.Id,
            Reference = treatment.Reference,
            Title = treatment.Title,
            Since = answer.Since,
            Seen = answer.StepCount,
            IsMine = db.Set<PreparedStep>()
                .Any(written =>
                    written.PreparedAnswerId == answer.Id
                    && written.Stage == AnswerStage.Prepared
                    && written.By == reader
                ),
            EffectiveOn = answer.EffectiveOn,
            // The scale may have been changed meanwhile, as long as no answer used it.
            French = status == null ? answer.Content.Status : status.French,
            English = status == null ? answer.Content.Status : status.English,
            Reason = step.Reason,
            By = db.Set<Person>().Where(one => one.Id == step.By).Select(one => one.Name).FirstOrDefault(),
        };
}

/// <summary>The answers of one body that stand at one stage.</summary>
internal sealed record Pile(Guid BodyId, AnswerStage Stage);

/// <summary>One page of what is under way.</summary>
internal sealed record UnderWayPage(IReadOnlyList<UnderWayRow> Rows, int Total, int Page, int Pages);

/// <summary>One answer under way, as the desk lists it.</summary>
internal sealed class UnderWayRow
{
    public required Guid Id { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }

    /// <summary>Since when it waits where it is.</summary>
    public required DateTimeOffset Since { get; init; }
    public required int Seen { get; init; }

    /// <summary>The reader wrote it: reading and signing it is for others.</summary>
    public required bool IsMine { get; init; }
    public required DateOnly? EffectiveOn { get; init; }
    public required string French { get; init; }
    public required string English { get; init; }

    /// <summary>Why it was sent back.</summary>
    public required string? Reason { get; init; }

    /// <summary>Who put it where it is; null when the service did.</summary>
    public required string? By { get; init; }

    public string StatusWord =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? French : English;
}

/// <summary>One step of an answer under way; without a name when the service took it.</summary>
internal sealed record StepRow(AnswerStage Stage, DateTimeOffset At, string? By, string? Reason);

/// <summary>One pile of the desk: the answers that stand at one stage.</summary>
internal sealed record UnderWayList(AnswerStage Stage, UnderWayPage List);
