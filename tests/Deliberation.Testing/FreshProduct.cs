namespace Deliberation.Testing;

/// <summary>A product that finds no database, as on a new machine, and makes its own.</summary>
public sealed class FreshProduct : Product
{
    internal override bool BeginsMigrated => false;
}
