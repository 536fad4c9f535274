using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The filters above a list of propositions.</summary>
/// <param name="Scheme">The scale of the one opinion shown; null when several are.</param>
internal sealed record TreatmentFilters(
    TreatmentFilter Filter,
    FilterChoices.Offer Choices,
    ShownDay Day,
    bool ShowsOpinions,
    StatusScheme? Scheme = null
);

/// <summary>A page of propositions, on a given day.</summary>
internal sealed record TreatmentTable(TreatmentPage List, FilterChoices.Offer Choices, ShownDay Day);

/// <summary>A row's status and lateness, on a given day.</summary>
internal sealed record TreatmentState(TreatmentRow Row, DateOnly Today);
