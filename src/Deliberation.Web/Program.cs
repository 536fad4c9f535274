using Deliberation.Web.Features;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Account.StaffIdentity;
using Deliberation.Web.Features.Verify.OpenData;
using Deliberation.Web.Platform;
using Deliberation.Web.Platform.Caching;
using Deliberation.Web.Platform.Commands;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Messaging;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Seeding;

var builder = WebApplication.CreateBuilder(args);
builder.WebHost.ConfigureKestrel(ServerLimits.Set);

builder.Services.AddClock();
builder.Services.AddPersistence(builder.Configuration);
builder.Services.AddMessaging();
builder.Services.AddLanguages();
builder.Services.AddDoor(builder.Configuration, builder.Environment);
builder.Services.AddPages();
builder.Services.AddCaching();
builder.Services.AddFeatures();
builder.Services.AddHealthChecks().AddDbContextCheck<DeliberationDb>();

var app = builder.Build();
await app.MigrateAsync();
if (await app.RanCommandAsync(args))
{
    return;
}

await app.SeedAsync();

app.UseProxies();
app.UseShortStays();
app.UseFrontPages();
app.UseSecurityHeaders();
app.UseResponseCompression();
app.UseLanguages();
app.UseExceptionHandler("/erreur/500");
app.UseStatusCodePagesWithReExecute("/erreur/{0}");
app.UseApiProblems();
app.UseStaticFiles();
app.UseRouting();
app.UseCrowd();
app.UseSameOrigin();
app.UseRequestSize();
app.UseAuthentication();
app.UseAuthorization();
app.UsePageCache();
app.MapRazorPages();
app.MapFeatures();
app.MapStaffIdentity();
app.MapHealthChecks("/sante").AllowAnonymous();
app.MapFallback("/{**path}", () => Results.NotFound()).AllowAnonymous();

app.GreetWhenStarted();
app.WarmUpWhenStarted();
await app.RunAsync();
