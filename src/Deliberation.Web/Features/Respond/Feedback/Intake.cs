using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Triage;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Where every door meets: form, programs, imports. What waits is written together by <see cref="IntakeWriter"/>; the
/// answer comes once it is on disk. The caller holds places of <see cref="IntakeRoom"/>.
/// </summary>
internal sealed class Intake(IntakeWriter writer, IntakeSeal seal, IServiceScopeFactory scopes)
{
    /// <exception cref="Domain.RuleBroken">It breaks a rule, or its code was used for other answers.</exception>
    /// <exception cref="SentOtherwise">The same name was given to another document.</exception>
    public async Task<Receipt> ReceiveAsync(Incoming incoming)
    {
        var asked = Coded(incoming);
        return await ReceiptAsync(asked, await writer.WriteAsync(asked));
    }

    /// <summary>All of them, in one transaction, or none.</summary>
    /// <exception cref="Domain.RuleBroken">One of them breaks a rule.</exception>
    /// <exception cref="SentOtherwise">A name was given to another document.</exception>
    public async Task<IReadOnlyList<Receipt>> ReceiveTogetherAsync(IEnumerable<Incoming> incoming)
    {
        var asked = incoming.Select(Coded).ToList();
        var receptions = await writer.WriteTogetherAsync(asked);
        return await Task.WhenAll(asked.Zip(receptions, ReceiptAsync));
    }

    private Incoming Coded(Incoming incoming) =>
        incoming.Key is { } named ? incoming with { Code = seal.CodeOf(named) } : incoming;

    private async Task<Receipt> ReceiptAsync(Incoming asked, Reception reception)
    {
        if (reception is { Key: { } first })
        {
            // An item that comes again is answered what was answered first.
            return new Receipt(reception.Number, seal.CodeOf(first).ToString())
            {
                IsUrgent = IsUrgent(asked),
            };
        }

        if (!reception.IsNew && !asked.StaysAsKnown)
        {
            await RequireSameAsync(asked);
        }

        return new Receipt(reception.Number, asked.Code.ToString())
        {
            IsNew = reception.IsNew,
            IsUrgent = IsUrgent(asked),
        };
    }

    private static bool IsUrgent(Incoming asked) =>
        SeverityReading.Of(asked.Answers).Severity == Severity.Urgent;

    private async Task RequireSameAsync(Incoming incoming)
    {
        var hash = UserFeedback.HashOf(incoming.Code);
        await using var scope = scopes.CreateAsyncScope();
        var known = await scope
            .ServiceProvider.GetRequiredService<DeliberationDb>()
            .Set<UserFeedback>()
            .AsNoTracking()
            .Whole()
            .FirstAsync(feedback => feedback.CodeHash == hash);
        known.RequireSame(incoming.Answers);
    }
}

/// <summary>A program gave two documents the same name: which one it means cannot be known, and nothing is kept.</summary>
internal sealed class SentOtherwise() : Exception("The same Idempotency-Key came with another document.");
