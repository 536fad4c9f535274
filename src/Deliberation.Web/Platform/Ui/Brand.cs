namespace Deliberation.Web.Platform.Ui;

/// <summary>Whose service this is and how it names itself: the section <c>Brand</c> of the settings.</summary>
internal sealed class Brand
{
    public const string Section = "Brand";

    public string Service { get; init; } = "HealthSpace";

    public string Organisation { get; init; } = "";

    /// <summary>One line under the name; the product's own line when empty.</summary>
    public string Baseline { get; init; } = "";

    public string Contact { get; init; } = "";

    /// <summary>The words the law imposes: non conforme, partiellement conforme or totalement conforme.</summary>
    public string Accessibility { get; init; } = "non conforme";

    /// <summary>Where the source code can be read; no link when empty.</summary>
    public string Source { get; init; } = "";
}
