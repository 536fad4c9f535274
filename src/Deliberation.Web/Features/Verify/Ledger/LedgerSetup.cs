using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform.Commands;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>The register's command and its copy; its pages are found by themselves.</summary>
internal static class LedgerSetup
{
    public static IServiceCollection AddLedger(this IServiceCollection services)
    {
        services.AddScoped<ICommand, VerifyLedger>();
        services.AddScoped<ActSentence>();
        return services;
    }

    public static void MapLedger(this IEndpointRouteBuilder app)
    {
        app.MapGet("/registre.jsonl", CopyAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPageData(
            "/registre/{number:long}.json",
            OneAsync,
            "One act of the register, as it was sealed"
        );
    }

    private static async Task<IResult> OneAsync(
        long number,
        DeliberationDb db,
        CancellationToken cancellationToken
    )
    {
        var entry = await db.Set<LedgerEntry>()
            .AsNoTracking()
            .FirstOrDefaultAsync(entry => entry.Number == number, cancellationToken);
        return entry is null
            ? Results.NotFound()
            : Results.Text(LedgerCopy.Write(entry), "application/json; charset=utf-8");
    }

    private static async Task CopyAsync(
        HttpContext context,
        DeliberationDb db,
        DataVersion version,
        CancellationToken cancellationToken
    )
    {
        if (await version.IsKnownAsync(context, cancellationToken))
        {
            return;
        }

        context.Response.ContentType = "application/jsonl; charset=utf-8";
        context.Response.Headers.ContentDisposition = "attachment; filename=\"registre.jsonl\"";
        await using var writer = new StreamWriter(context.Response.Body, leaveOpen: true);
        var entries = db.Set<LedgerEntry>().AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable();
        await foreach (var entry in entries.WithCancellation(cancellationToken))
        {
            await writer.WriteAsync(LedgerCopy.Write(entry));
            await writer.WriteAsync('\n');
        }
    }
}
