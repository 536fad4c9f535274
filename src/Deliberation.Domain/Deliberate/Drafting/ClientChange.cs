namespace Deliberation.Domain.Deliberate.Drafting;

/// <summary>A change as one open page numbered it, so that sending it twice writes it once.</summary>
/// <param name="ClientId">The open page; a reload makes a new one.</param>
/// <param name="Sequence">Its place among the changes of that page, from 0 without gaps.</param>
/// <param name="Change">What was done.</param>
public sealed record ClientChange(string ClientId, int Sequence, TextChange Change)
{
    public bool IsSameAs(ClientChange other) => Sequence == other.Sequence && ClientId == other.ClientId;
}
