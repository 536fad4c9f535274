namespace Deliberation.Web.Features.Information;

/// <summary>Who answers in law for this service: the section <c>Legal</c> of the settings. What is empty is not shown.</summary>
internal sealed class Legal
{
    public const string Section = "Legal";

    /// <summary>The organisation that publishes, with its postal address.</summary>
    public string Publisher { get; init; } = "";

    /// <summary>The person in charge of the publication, by function.</summary>
    public string Director { get; init; } = "";

    /// <summary>Who hosts the service, with its postal address.</summary>
    public string Host { get; init; } = "";

    /// <summary>How to reach the data-protection officer.</summary>
    public string DataProtection { get; init; } = "";

    /// <summary>The day the accessibility statement was drawn up.</summary>
    public DateOnly? AccessibilityStatedOn { get; init; }

    /// <summary>What the audit found not accessible, one line each.</summary>
    public IReadOnlyList<string> AccessibilityFindings { get; init; } = [];
}
