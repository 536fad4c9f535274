namespace Deliberation.Web.Platform.Mail;

/// <summary>How letters leave: the section <c>Mail</c> of the settings. Without a host they become files in <c>courriels/</c>.</summary>
internal sealed class MailSettings
{
    public const string Section = "Mail";

    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    public bool UseTls { get; init; } = true;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public string From { get; init; } = "ne-pas-repondre@localhost";

    /// <summary>The address of this service, as letters give it: <c>https://exemple.gouv.fr</c>; the request's own when empty.</summary>
    public string PublicAddress { get; init; } = "";
}
