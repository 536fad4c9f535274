using System.Net.Http.Headers;
using Deliberation.Web.Features.Respond.Partners;

namespace Deliberation.Testing;

internal static partial class Given
{
    /// <summary>A key in use, as its partner's program sends it.</summary>
    public static async Task<string> PartnerKeyAsync(Product product, string partner = "CHU de Rennes") =>
        await product.SendAsync(new Keys.Command(Guid.NewGuid(), Guid.NewGuid(), partner))
        ?? throw new InvalidOperationException("The key was made before.");

    /// <summary>A partner's program.</summary>
    public static async Task<HttpClient> PartnerAsync(Product product, string partner = "CHU de Rennes")
    {
        var client = product.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Bearer",
            await PartnerKeyAsync(product, partner)
        );
        return client;
    }
}
