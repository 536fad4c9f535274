namespace Deliberation.Domain.Respond.Feedback;

/// <summary>The private code by which someone follows their feedback: twelve signs, sixty bits, shown XXXX-XXXX-XXXX.</summary>
public sealed record FollowCode
{
    public const int Signs = 12;

    /// <summary>Random bytes a new code needs; the last four bits are not used.</summary>
    public const int Bytes = 8;

    private FollowCode(string value) => Value = value;

    /// <summary>The twelve signs, capital and without a dash: what is compared and hashed.</summary>
    public string Value { get; }

    /// <exception cref="ArgumentException">Fewer than <see cref="Bytes"/> bytes.</exception>
    public static FollowCode From(ReadOnlySpan<byte> random) => new(Crockford.Encode(random, Signs));

    /// <summary>The code someone typed, however they spaced it; nothing when it cannot be one.</summary>
    public static FollowCode? Read(string? typed) =>
        Crockford.Read(typed, Signs) is { } value ? new(value) : null;

    public override string ToString() => $"{Value[..4]}-{Value[4..8]}-{Value[8..]}";
}
