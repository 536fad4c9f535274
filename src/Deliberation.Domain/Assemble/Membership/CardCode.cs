namespace Deliberation.Domain.Assemble.Membership;

/// <summary>The code printed on an invitation card: eight signs, forty bits, shown in two groups of four.</summary>
public sealed record CardCode
{
    public const int Signs = 8;

    /// <summary>Random bytes a new code needs.</summary>
    public const int Bytes = 5;

    private CardCode(string value) => Value = value;

    /// <summary>The eight signs, capital and without a dash: what is compared and hashed.</summary>
    public string Value { get; }

    /// <exception cref="ArgumentException">Fewer than <see cref="Bytes"/> bytes.</exception>
    public static CardCode From(ReadOnlySpan<byte> random) => new(Crockford.Encode(random, Signs));

    /// <summary>The code someone typed, however they spaced it; nothing when it cannot be one.</summary>
    public static CardCode? Read(string? typed) =>
        Crockford.Read(typed, Signs) is { } value ? new(value) : null;

    public override string ToString() => $"{Value[..4]}-{Value[4..]}";
}
