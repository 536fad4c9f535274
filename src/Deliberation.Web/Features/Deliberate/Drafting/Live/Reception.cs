using Deliberation.Domain;
using Deliberation.Web.Platform.Localization;
using Deliberation.Web.Platform.Security;
using Deliberation.Web.Platform.Security.Sessions;
using Microsoft.AspNetCore.SignalR;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Gives each connection its visitor, and turns what a rule refuses into a typed answer.</summary>
internal sealed class Reception(
    IHubContext<DraftHub, IDraftClient> hub,
    Lines lines,
    LiveDocuments documents,
    LiveParts parts,
    SessionsEnded sessions,
    RuleWords words,
    FeatureTexts<Documents> texts,
    ILogger<Visitor> log
)
{
    private const string Visitor = nameof(Visitor);
    private const string NotSaved = "drafting.not-saved";

    public Task WelcomeAsync(HubCallerContext context)
    {
        var person = (context.User ?? throw new HubException("No session.")).PersonId();
        var client = hub.Clients.Client(context.ConnectionId);
        context.Items[Visitor] = new Visitor(
            person,
            client,
            lines.Of(context.ConnectionId),
            context.ConnectionAborted,
            documents,
            parts,
            log
        );
        sessions.CloseWithSession(context);
        return Task.CompletedTask;
    }

    public static Visitor VisitorOf(HubCallerContext context) =>
        context.Items[Visitor] as Visitor ?? throw new HubException("No visitor.");

    public async Task<Answer<T>> AnswerAsync<T>(HubCallerContext context, Func<Visitor, Task<T>> ask)
    {
        try
        {
            return new Answer<T>(await ask(VisitorOf(context)), null);
        }
        catch (RuleBroken broken)
        {
            parts.Meters.Refused(broken.Rule.Code);
            return new Answer<T>(default, new Refusal(broken.Rule.Code, words.Say(broken.Rule)));
        }
        catch (TimeoutException)
        {
            parts.Meters.Refused(NotSaved);
            var sentence = texts["Votre saisie n’a pas pu être enregistrée. Elle reste dans la page."];
            return new Answer<T>(default, new Refusal(NotSaved, sentence));
        }
    }
}
