namespace Deliberation.Domain.Respond.Tracking;

/// <summary>An institution that answers: a ministry's delegation, an agency, the health insurance.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Key">Its short public name, in lower case: <c>dns</c>.</param>
/// <param name="Name">Its full name.</param>
/// <param name="IsFictional">True for the bodies of the worked example.</param>
public sealed record Body(Guid Id, string Key, string Name, bool IsFictional);
