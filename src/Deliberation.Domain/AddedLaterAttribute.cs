namespace Deliberation.Domain;

/// <summary>
/// A fact that acts of this kind did not hold at first. When it says nothing the register leaves it out, so that the
/// seals of earlier acts still hold.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class AddedLaterAttribute : Attribute;
