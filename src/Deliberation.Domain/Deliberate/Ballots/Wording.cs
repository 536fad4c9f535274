using System.Security.Cryptography;
using System.Text;

namespace Deliberation.Domain.Deliberate.Ballots;

/// <summary>The words the members vote on, as they stood when the vote opened.</summary>
/// <param name="Version">The version of the live text that <paramref name="Body"/> repeats.</param>
public sealed record Wording(string Title, string Body, string Rationale, int Version)
{
    /// <summary>SHA-256 of title, body and reasons, in lower-case hexadecimal: a proof, published before the text is.</summary>
    public string Fingerprint() =>
        Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes($"{Title}\n\n{Body}\n\n{Rationale}"))
        );
}
