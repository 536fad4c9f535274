using Deliberation.Web.Platform.Security;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// The form in a page of another site: the same pages at two more addresses, and the script that brings them there. See
/// docs/integration.md.
/// </summary>
internal static class FramedForm
{
    public const string Address = "/retours/integrer";
    public const string ThanksAddress = "/retours/integrer/merci";
    public const string ScriptAddress = "/widget.js";
    public const string Layout = "/Features/Respond/Feedback/_Framed.cshtml";

    private const string Folder = "/Respond/Feedback";

    public static void AddFramedForm(this IServiceCollection services) =>
        services.Configure<RazorPagesOptions>(options =>
        {
            options.Conventions.AddPageRouteModelConvention(
                $"{Folder}/{nameof(Give)}",
                page => Add(page, Address)
            );
            options.Conventions.AddPageRouteModelConvention(
                $"{Folder}/{nameof(Thanks)}",
                page => Add(page, ThanksAddress)
            );
        });

    public static void MapFramedForm(this IEndpointRouteBuilder app) =>
        app.MapGet(ScriptAddress, Script)
            .AllowAnonymous()
            .ExcludeFromDescription()
            .WithMetadata(new ForOtherSitesAttribute());

    private static void Add(PageRouteModel page, string address) =>
        page.Selectors.Add(
            new SelectorModel
            {
                AttributeRouteModel = new() { Template = address, SuppressLinkGeneration = true },
                EndpointMetadata = { new ForOtherSitesAttribute { InFrames = true } },
            }
        );

    private static IResult Script(IWebHostEnvironment site, HttpContext context)
    {
        var file = site.WebRootFileProvider.GetFileInfo("dist/widget.js");
        // An hour: a site that shows it should not wait a day for a correction.
        context.Response.Headers.CacheControl = "public, max-age=3600";
        return Results.Stream(
            file.CreateReadStream(),
            "text/javascript; charset=utf-8",
            lastModified: file.LastModified
        );
    }
}
