using Deliberation.Web.Platform.Commands;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>The register's command; its pages are found by themselves.</summary>
internal static class LedgerSetup
{
    public static IServiceCollection AddLedger(this IServiceCollection services) =>
        services.AddScoped<ICommand, VerifyLedger>();
}
