using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;

namespace Deliberation.Web.Platform;

/// <summary>Tells whoever started the product on their machine where it is, and what to try first.</summary>
internal static class Greeting
{
    public static void GreetWhenStarted(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses = app
                .Services.GetRequiredService<IServer>()
                .Features.Get<IServerAddressesFeature>();
            var address = addresses?.Addresses.FirstOrDefault()?.TrimEnd('/');
            Console.WriteLine(
                $"""

                HealthSpace is open at {address}

                  {address}/avis/comite-citoyen-2021     an opinion of 64 propositions, written in 2021
                  {address}/suivi/comite-citoyen-2021    what the ministry says it does with each
                  {address}/retours/donner               give feedback, without an account
                  {address}/demo                         step in as a member, a facilitator, an agent…
                  {address}/dispositifs/comite-demo/atelier
                                                        write with others: open it as two personas, in two browsers

                """
            );
        });
    }
}
