using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Deliberation.Web.Features.Respond.Partners;

/// <summary>A key as a program sends it. 256 random bits: a plain hash of it tells nothing.</summary>
internal static class SecretKey
{
    // Lets programs that look for leaked secrets know one of ours.
    private const string Mark = "hsp_";

    public static string Draw() => Mark + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public static string HashOf(string key) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    public static string BeginningOf(string key) => key[..(Mark.Length + 4)];
}
