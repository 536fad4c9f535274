using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Features.Assemble.Membership;
using Deliberation.Web.Platform.Commands;
using Deliberation.Web.Platform.Mail;
using Deliberation.Web.Platform.Persistence;
using MediatR;

namespace Deliberation.Web.Features.Account;

/// <summary>
/// <c>create-administrator &lt;e-mail&gt;</c>: whoever runs the machine names the first administrator and gets the link
/// that lets them in, for twenty minutes.
/// </summary>
internal sealed class CreateAdministrator(
    IMediator mediator,
    DeliberationDb db,
    Secrets secrets,
    PublicAddress service,
    TimeProvider clock
) : ICommand
{
    public string Name => "create-administrator";

    public async Task<int> RunAsync(string[] args, TextWriter output)
    {
        if (args is not [var email] || !Person.IsAddress(email))
        {
            await output.WriteLineAsync("usage: create-administrator name@example.org");
            return 2;
        }

        var name = email.Split('@')[0];
        var person = await mediator.Send(
            new Enrol.Command(Guid.Empty, name[..Math.Min(60, name.Length)], email)
        );
        await mediator.Send(new Appoint.Command(person, person, InstanceRole.Administrator));
        await output.WriteLineAsync("Open this link within 20 minutes; it works once:");
        await output.WriteLineAsync(service.Of($"/connexion/lien/{await LinkAsync(person)}"));
        return 0;
    }

    private async Task<string> LinkAsync(Guid person)
    {
        var (id, link, now) = (Guid.NewGuid(), Secrets.NewLink(), clock.GetUtcNow());
        db.Add(
            new SignInRequest
            {
                Id = id,
                PersonId = person,
                TokenHash = secrets.OfLink(link),
                CodeHash = secrets.OfCode(id, Secrets.NewLink()),
                ReturnTo = "/bureau",
                RequestedAt = now,
                ExpiresAt = now + SignInRequest.Lifetime,
            }
        );
        await db.SaveChangesAsync();
        return link;
    }
}
