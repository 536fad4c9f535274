using Deliberation.Web.Features.Deliberate.Ballots.Live;
using Deliberation.Web.Platform.Ui;
using Microsoft.AspNetCore.Http.Connections;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>Registers the box, the clock that closes votes, and the bell that tells open pages.</summary>
internal static class BallotsSetup
{
    public const string HubAddress = "/live/scrutins";

    public static IServiceCollection AddBallots(this IServiceCollection services)
    {
        services.AddScoped<BallotBox>();
        services.AddScoped<IDeskEntry, BallotDesk>();
        services.AddSingleton<ClosingHour>();
        services.AddHostedService(provider => provider.GetRequiredService<ClosingHour>());
        return services;
    }

    public static void MapBallots(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapHub<BallotHub>(
            HubAddress,
            options =>
            {
                options.Transports = HttpTransportType.WebSockets;
                options.CloseOnAuthenticationExpiration = true;
            }
        );
}
