using Deliberation.Domain.Respond.Instruction;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>A page with the two fields of a template.</summary>
internal interface ITemplateForm
{
    TemplateInput Data { get; }
}

/// <summary>What the form of a template may say.</summary>
public sealed class TemplateInput
{
    /// <summary>Names the template among repeats of the same form.</summary>
    public Guid Id { get; set; }

    public string? Title { get; set; }

    public string? Text { get; set; }

    internal TemplateWords Words => new(Title, Text);
}
