using Deliberation.Testing;

namespace Deliberation.Web.Tests.Respond.Feedback;

/// <summary>A service whose form two other sites may show.</summary>
public sealed class FramedProduct : Product
{
    public const string Host = "https://sante.example";

    protected override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Feedback:WidgetOrigins"] = $"{Host}; https://hopital.example:8443",
        };
}
