namespace Deliberation.Web.Platform.Ui;

/// <summary>
/// What a feature puts on the desk (<c>/bureau</c>) of the person who asks: nothing when their roles give them no work
/// there. Register it with <c>AddScoped&lt;IDeskEntry, …&gt;</c>; cards stand in the order of registration.
/// </summary>
internal interface IDeskEntry
{
    Task<IReadOnlyList<DeskCard>> CardsAsync(Guid personId, CancellationToken cancellationToken);
}

/// <summary>One way to some work, in the reader's language.</summary>
/// <param name="Title">What one does there, as a verb.</param>
/// <param name="Text">One sentence, without mark-up.</param>
/// <param name="Address">A path of this service.</param>
/// <param name="Count">How many things wait; nothing where counting makes no sense.</param>
internal sealed record DeskCard(string Title, string Text, string Address, int? Count = null);
