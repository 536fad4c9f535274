using Deliberation.Domain.Deliberate.Contributions;

namespace Deliberation.Web.Features.Deliberate.Contributions;

/// <summary>A contribution by its first words and who says them.</summary>
internal sealed record NamedContribution(Guid Id, string Name);

/// <summary>Names contributions where proposals cite them.</summary>
internal static class Named
{
    /// <param name="contributions">Whichever are to be named.</param>
    /// <param name="letters">How many letters of its words at most.</param>
    public static IQueryable<NamedContribution> ByTheirWords(
        this IQueryable<Contribution> contributions,
        int letters
    ) =>
        contributions.Select(contribution => new NamedContribution(
            contribution.Id,
            contribution.Provenance.Label
                + " : "
                + (
                    contribution.Text.Length > letters
                        ? contribution.Text.Substring(0, letters) + "…"
                        : contribution.Text
                )
        ));
}
