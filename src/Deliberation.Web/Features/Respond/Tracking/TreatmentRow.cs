using System.Globalization;
using Deliberation.Domain.Respond.Tracking;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>One proposition as the tracker lists it, with its latest answer.</summary>
internal sealed class TreatmentRow
{
    public required Guid Id { get; init; }
    public required Guid OpinionId { get; init; }
    public required string Opinion { get; init; }
    public required string OpinionSlug { get; init; }
    public required string OpinionTitle { get; init; }
    public required int Number { get; init; }
    public required string Reference { get; init; }
    public required string Title { get; init; }
    public required string Theme { get; init; }
    public required string Keywords { get; init; }
    public required Guid BodyId { get; init; }
    public required string Body { get; init; }
    public required string BodyName { get; init; }
    public required DateTimeOffset OpenedAt { get; init; }
    public required DateOnly? FirstAnswerDueOn { get; init; }
    public required string DueBasis { get; init; }
    public required int Answers { get; init; }

    /// <summary>The status's code; null while nobody has answered.</summary>
    public required string? Status { get; init; }
    public required int? StatusPosition { get; init; }
    public required string? StatusFrench { get; init; }
    public required string? StatusEnglish { get; init; }
    public required string? StatusIcon { get; init; }
    public required StatusCategory? Category { get; init; }
    public required DateTimeOffset? AnsweredAt { get; init; }
    public required string? Reason { get; init; }
    public required string? EvidenceLink { get; init; }
    public required string? EvidenceCitation { get; init; }
    public required DateOnly? NextUpdateOn { get; init; }
    public required DateOnly? ExpectedOn { get; init; }

    /// <summary>The first day on which the clock stands still; null while it runs.</summary>
    public required DateOnly? SuspendedOn { get; init; }

    /// <summary>The members' judgement calls for another answer.</summary>
    public required bool OwesSecondAnswer { get; init; }

    /// <summary>Its opinion no longer held it: nothing was owed to it.</summary>
    public required bool IsWithdrawn { get; init; }

    /// <summary>How many minority positions stand beside the proposition.</summary>
    public required int MinorityPositions { get; init; }

    /// <summary>They were replied to: the first answer that replies does so to all of them.</summary>
    public required bool ArePositionsReplied { get; init; }

    /// <summary>The latest answer in full; null while nobody has answered.</summary>
    public required TreatmentUpdate? Latest { get; init; }

    public string Address => $"/avis/{OpinionSlug}/propositions/{Number}";

    public EvidenceLevel Evidence => EvidenceLevels.Behind(Category, EvidenceLink, Latest?.CheckedBy);

    public Wait Wait => new(WorkingDays.DateInParis(AnsweredAt ?? OpenedAt), ExpectedOn);

    /// <summary>In the reader's language; null while nobody has answered.</summary>
    public string? StatusWord =>
        CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "fr" ? StatusFrench : StatusEnglish;
}
