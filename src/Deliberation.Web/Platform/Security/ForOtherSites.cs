namespace Deliberation.Web.Platform.Security;

/// <summary>
/// On the few addresses that pages of other sites may load; everything else answers to ours alone. They neither set nor
/// need a cookie.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class ForOtherSitesAttribute : Attribute
{
    /// <summary>Whether it is a page, that the sites of <see cref="FrameHosts"/> may show in a frame.</summary>
    public bool InFrames { get; init; }
}
