using Microsoft.Extensions.Options;

namespace Deliberation.Web.Platform.Mail;

/// <summary>Full addresses for letters and printed cards.</summary>
internal sealed class PublicAddress(IOptions<MailSettings> settings, IHttpContextAccessor accessor)
{
    /// <param name="path">Starts with a slash.</param>
    public string Of(string path) => $"{Root()}{path}";

    // A Host header is only believed when AllowedHosts was set; a public instance sets Mail:PublicAddress besides.
    private string Root()
    {
        if (settings.Value.PublicAddress.Length > 0)
        {
            return settings.Value.PublicAddress.TrimEnd('/');
        }

        var request = accessor.HttpContext?.Request;
        return request is null ? "http://localhost:5080" : $"{request.Scheme}://{request.Host}";
    }
}
