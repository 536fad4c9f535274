using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Respond.Tracking;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Testing;

internal static partial class Given
{
    /// <summary>A published opinion as the tracker sees it: so many propositions, waiting for the body's answer.</summary>
    public static async Task<FollowedOpinion> FollowedOpinionAsync(
        Product product,
        int propositions = 3,
        DateOnly? dueOn = null
    )
    {
        var number = Interlocked.Increment(ref count);
        var body = await BodyAsync(product);
        var agent = await InInstanceAsync(product, InstanceRole.Agent, body.Id);
        var reference = $"AC-2026-{number:00}";
        var opinion = new TrackedOpinion(
            Guid.CreateVersion7(),
            reference,
            reference.ToLowerInvariant(),
            $"Avis d’essai {number}"
        );
        var treated = Enumerable
            .Range(1, propositions)
            .Select(rank => new TreatedProposition(
                opinion.Id,
                rank,
                $"{reference}-P{rank}",
                $"Proposition d’été numéro {rank}",
                rank % 2 == 0 ? "acces" : "documents"
            ))
            .ToList();
        await OpenAsync(product, opinion, treated, body, dueOn);
        return new FollowedOpinion(opinion, body, agent);
    }

    /// <summary>A later edition of the opinion brings one more proposition.</summary>
    public static Task OpenMoreAsync(Product product, FollowedOpinion followed, int number) =>
        OpenAsync(
            product,
            followed.Opinion,
            [new(followed.Opinion.Id, number, followed.Proposition(number), "Proposition ajoutée", "acces")],
            followed.Body,
            dueOn: null
        );

    public static TreatmentAnswer Answer(string status = "in-progress-short") =>
        new()
        {
            Key = Guid.CreateVersion7(),
            Status = status,
            Reason = "Deux cents personnes essaient la clé dans trois communes.",
            Function = "Bureau des usagers",
            Decision = status == "declined" ? Refusal : null,
            EvidenceCitation = status == "declined" ? "Étude de coût, mars 2026." : null,
        };

    private static readonly Decision Refusal = new()
    {
        Kind = DecisionKind.Declined,
        Ground = RefusalGround.Cost,
        WouldChange = "Un partage du coût avec les régions.",
    };

    private static async Task OpenAsync(
        Product product,
        TrackedOpinion opinion,
        IReadOnlyList<TreatedProposition> propositions,
        Body body,
        DateOnly? dueOn
    )
    {
        await using var scope = product.Services.CreateAsyncScope();
        var opening = scope.ServiceProvider.GetRequiredService<OpenTreatments>();
        var promised = opening.PromisedBy(body);
        await opening.AddAsync(
            opinion,
            propositions,
            dueOn is null ? promised : promised with { DueOn = dueOn },
            CancellationToken.None
        );
        await scope
            .ServiceProvider.GetRequiredService<Deliberation.Web.Platform.Persistence.DeliberationDb>()
            .SaveChangesAsync();
    }
}

/// <summary>An opinion in the tracker, the body in charge of it, and one of its agents.</summary>
internal sealed record FollowedOpinion(TrackedOpinion Opinion, Body Body, Guid Agent)
{
    public string Proposition(int number) => $"{Opinion.Reference}-P{number}";
}
