using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Identity;

namespace Deliberation.Web.Features.Account.StaffIdentity;

/// <summary>
/// Lets in only who already has a desk here. The address is believed once, to find the person; from then on the
/// provider's own name for them is, and an address given to somebody else opens nothing.
/// </summary>
internal sealed partial class StaffEntrance(
    UserManager<Person> people,
    Roles roles,
    Door door,
    StaffIdentityLeaving leaving,
    StaffIdentitySettings provider,
    ILogger<StaffEntrance> log
)
{
    public const string Failed = "echec";
    public const string Unknown = "inconnu";

    public async Task EnterAsync(TicketReceivedContext context)
    {
        context.HandleResponse();
        var vouched = context.HttpContext.Features.GetRequiredFeature<Vouched>();
        if (await PersonAsync(vouched) is not { } person)
        {
            Refuse(context.HttpContext, Unknown, log, cause: null);
            return;
        }

        var means = vouched.HasTwoFactors ? SignInMeans.StaffIdentityTwoFactors : SignInMeans.StaffIdentity;
        await door.EnterAsync(
            context.HttpContext,
            person.Id,
            new Opening(means, IsOwnDevice: false, leaving.Seal(vouched.IdToken))
        );
        context.Response.Redirect(Door.PlaceToGo(context.ReturnUri));
    }

    public Task RefuseAsync(RemoteFailureContext context)
    {
        context.HandleResponse();
        Refuse(context.HttpContext, Failed, log, context.Failure);
        return Task.CompletedTask;
    }

    /// <summary>The reader learns that it failed; whoever runs the service, why.</summary>
    public static void Refuse(HttpContext context, string reason, ILogger log, Exception? cause)
    {
        LogRefusal(log, reason, (cause?.InnerException ?? cause)?.GetType().Name);
        context.Response.Redirect($"/connexion?refus={reason}");
    }

    private async Task<Person?> PersonAsync(Vouched vouched)
    {
        var bound = await people.FindByLoginAsync(provider.Issuer, vouched.Subject);
        var person = bound ?? await MatchAsync(vouched);
        if (person is null || !await roles.HasDeskAsync(person.Id))
        {
            return null;
        }

        if (bound is null)
        {
            var login = new UserLoginInfo(provider.Issuer, vouched.Subject, provider.Name);
            (await people.AddLoginAsync(person, login)).ThrowUnlessDone();
        }

        return person;
    }

    private async Task<Person?> MatchAsync(Vouched vouched)
    {
        var person = vouched.Email is null ? null : await people.FindByEmailAsync(vouched.Email);
        var isTaken =
            person is not null
            && (await people.GetLoginsAsync(person)).Any(login => login.LoginProvider == provider.Issuer);
        return isTaken ? null : person;
    }

    [LoggerMessage(LogLevel.Warning, "The staff identity provider let nobody in ({Reason}): {Cause}")]
    private static partial void LogRefusal(ILogger log, string reason, string? cause);
}

file static class Done
{
    public static void ThrowUnlessDone(this IdentityResult result)
    {
        if (!result.Succeeded)
        {
            throw new InvalidOperationException(string.Join(' ', result.Errors.Select(error => error.Code)));
        }
    }
}
