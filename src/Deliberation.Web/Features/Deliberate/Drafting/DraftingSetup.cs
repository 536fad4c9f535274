using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Deliberate.Drafting.Live;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.SignalR;

namespace Deliberation.Web.Features.Deliberate.Drafting;

/// <summary>Registers live drafting, and opens its hub to sockets only.</summary>
internal static class DraftingSetup
{
    public const string HubAddress = "/live/textes";

    public static IServiceCollection AddDrafting(this IServiceCollection services)
    {
        services.AddOptions<DraftingLimits>().BindConfiguration(DraftingLimits.Section);
        services.AddScoped<DocumentLog>();
        services.AddScoped<Documents>();
        services.AddScoped<Attributions>();
        services.AddSingleton<AttributionKeeper>();
        services.AddHostedService(provider => provider.GetRequiredService<AttributionKeeper>());
        services.AddScoped<TextHistory>();
        services.AddScoped<Calls>();
        services.AddScoped<IPersonalData, DraftingData>();
        services.AddScoped<AnchorShelf>();
        services.AddScoped<Scribe>();
        services.AddScoped<Margins>();
        services.AddScoped<Outlines>();
        services.AddScoped<FindInTexts>();
        services.AddScoped<TextsTogether>();
        services.AddScoped<TextMoves>();
        services.AddScoped<TextSplit>();
        services.AddScoped<MarginMoves>();
        services.AddScoped<Steps>();
        services.AddScoped<AnchorFinder>();
        services.AddSingleton<Standing>();
        services.AddSingleton<Allowances>();
        services.AddSingleton<LiveMeters>();
        services.AddSingleton<LiveParts>();
        services.AddSingleton<LiveDocuments>();
        services.AddSingleton<Attendance>();
        services.AddSingleton<Reception>();
        services.AddSingleton<ChangeWriter>();
        services.AddHostedService(provider => provider.GetRequiredService<ChangeWriter>());
        services.AddHostedService<LiveWatch>();
        services.AddHostedService<OtherNodes>();
        services.AddHealthChecks().AddCheck<WriterHealth>("drafting-writer");
        services.AddSignalR(options => options.KeepAliveInterval = TimeSpan.FromSeconds(10));
        services.AddSingleton<Lines>();
        services.AddSingleton<HubLifetimeManager<DraftHub>>(provider => provider.GetRequiredService<Lines>());
        return services;
    }

    public static void MapDrafting(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHistoryExport();
        endpoints.MapHub<DraftHub>(
            HubAddress,
            options =>
            {
                options.Transports = HttpTransportType.WebSockets;
                options.CloseOnAuthenticationExpiration = true;
            }
        );
    }
}
