using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Deliberation.Web.Platform.Security;

namespace Deliberation.Web.Features.Account;

/// <summary>Makes what opens the door, and what is kept of it.</summary>
internal sealed class Secrets(DoorKey key)
{
    private const int LinkBytes = 32;

    /// <summary>256 random bits, in 43 signs that an address may hold.</summary>
    public static string NewLink() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(LinkBytes));

    /// <summary>Six digits.</summary>
    public static string NewCode() =>
        RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);

    public string OfLink(string token) => key.Hash("sign-in-link", token);

    public string OfCode(Guid requestId, string code) => key.Hash("sign-in-code", $"{requestId:N}:{code}");

    public string OfAddressChange(string token) => key.Hash("address-change", token);

    /// <summary>An invitation's link, or the eight signs of its card.</summary>
    public string OfInvitation(string tokenOrCode) => key.Hash("invitation", tokenOrCode);
}
