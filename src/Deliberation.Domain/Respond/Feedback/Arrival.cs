namespace Deliberation.Domain.Respond.Feedback;

/// <summary>How a feedback came in.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Number">The public name given to it.</param>
/// <param name="Door">The way it came.</param>
/// <param name="Language">The language of the form: <c>fr</c> or <c>en</c>.</param>
public sealed record Arrival(Guid Id, string Number, Door Door, string Language)
{
    /// <summary>The key of the program that brought it, and may take it back; null for a person.</summary>
    public Guid? BroughtBy { get; init; }
}
