namespace Deliberation.Domain.Deliberate.Contributions;

/// <summary>Raw material for proposals: a note from a table or a member, a hearing, a figure one can cite.</summary>
public sealed class Contribution : Aggregate
{
    private Contribution() { }

    public Guid Id { get; private set; }

    public Guid SpaceId { get; private set; }

    public ContributionKind Kind { get; private set; }

    /// <summary>In plain words, without formatting.</summary>
    public string Text { get; private set; } = "";

    /// <summary>The figure itself for a survey, as printed: “79 %”.</summary>
    public string? Figure { get; private set; }

    public Provenance Provenance { get; private set; } = new("");

    /// <summary>The key of its theme, when it has one.</summary>
    public string? Theme { get; private set; }

    /// <summary>Whether people outside the space may read it.</summary>
    public bool IsPublic { get; private set; }

    /// <summary>Who typed it in; never shown.</summary>
    public Guid EnteredBy { get; private set; }

    public DateTimeOffset MadeAt { get; private set; }

    /// <exception cref="RuleBroken">Nothing said, nobody named, or a figure without its method.</exception>
    public static Contribution Make(
        Guid id,
        Guid spaceId,
        ContributionKind kind,
        string text,
        Provenance provenance,
        DateTimeOffset now
    )
    {
        Require(text.Trim().Length is >= 3 and <= 10_000, ContributionRules.AContributionSaysSomething);
        Require(
            provenance.Label.Trim().Length is >= 1 and <= 120,
            ContributionRules.AContributionSaysWhoSpeaks
        );
        Require(
            kind != ContributionKind.SurveyFigure || provenance is { Source: not null, Method: not null },
            ContributionRules.AFigureSaysItsMethod
        );

        var contribution = new Contribution
        {
            Id = id,
            SpaceId = spaceId,
            Kind = kind,
            Text = text.Trim(),
            Provenance = provenance,
            MadeAt = now,
        };
        contribution.Record(new ContributionMade(id, spaceId, now));
        return contribution;
    }

    /// <summary>Files it: its theme, its figure, who may read it, who typed it in.</summary>
    public void File(string? theme, string? figure, bool isPublic, Guid enteredBy)
    {
        Theme = theme;
        Figure = figure;
        IsPublic = isPublic;
        EnteredBy = enteredBy;
    }
}
