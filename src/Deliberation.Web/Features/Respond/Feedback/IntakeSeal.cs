using System.Security.Cryptography;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Security;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Makes what is remembered of a sending, and draws its follow code again for whoever repeats it.</summary>
internal sealed class IntakeSeal(DoorKey door)
{
    private const int SaltBytes = 16;

    /// <param name="partner">The partner's key: two partners may use the same names.</param>
    /// <param name="name">The name the program gave to this sending, by <c>Idempotency-Key</c>.</param>
    /// <param name="place">The place of the item in a batch; −1 when it came alone.</param>
    public IntakeKey Make(
        Guid partner,
        string name,
        int place,
        ReadOnlySpan<byte> body,
        DateTimeOffset now
    ) =>
        new()
        {
            Id = door.Hash("intake-key", $"{partner:N}\n{place}\n{name}"),
            BodyHash = door.Hash("intake-body", Convert.ToHexStringLower(SHA256.HashData(body))),
            Salt = RandomNumberGenerator.GetHexString(2 * SaltBytes, lowercase: true),
            KeptAt = now,
        };

    /// <summary>The same key gives the same code, here and on every node, and to nobody without the door's key.</summary>
    public FollowCode CodeOf(IntakeKey key) =>
        FollowCode.From(Convert.FromHexString(door.Hash("intake-code", $"{key.Id}\n{key.Salt}")));

    /// <summary>What stands for the identifier that another service gave to a feedback; it cannot be guessed back.</summary>
    public string SealOf(string service, string id) => door.Hash("imported-id", $"{service}\n{id}")[..32];

    /// <summary>The code of a feedback brought in from elsewhere, which nobody knows: it finds it again when it comes again.</summary>
    public FollowCode CodeOf(string seal) =>
        FollowCode.From(Convert.FromHexString(door.Hash("imported-code", seal)));
}
