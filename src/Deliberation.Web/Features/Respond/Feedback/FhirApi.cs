using System.Text.Json.Nodes;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Respond.Partners;
using Deliberation.Web.Platform.Localization;
using MediatR;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Feedback as FHIR R4 resources: the same questions, the same key, the same intake.</summary>
internal sealed class FhirApi(
    ProgramDoor door,
    FhirResponse responses,
    FhirAddresses addresses,
    Intake intake,
    IntakeSeal seal,
    EmergencyNumbers numbers,
    IMediator mediator,
    TimeProvider clock,
    FeatureTexts<FhirApi> words,
    RuleWords rules
)
{
    private const int Alone = -1;

    public Task<IResult> PostAsync(HttpContext context) =>
        OpenAsync(context, visit => CreateAsync(context, visit));

    public Task<IResult> PutAsync(HttpContext context, string id) =>
        OpenAsync(
            context,
            visit =>
            {
                var read = responses.Of(visit.Body);
                return read.Spoken is null && read.Id == id
                    ? TakeBackAsync(visit, id)
                    : throw FhirRefused.Because(
                        "not-supported",
                        "QuestionnaireResponse.status",
                        words[
                            "Une réponse reçue ne change pas : elle se retire par le statut entered-in-error."
                        ]
                    );
            }
        );

    private Task<IResult> OpenAsync(HttpContext context, Func<ProgramDoor.Visit, Task<IResult>> serve)
    {
        var terms = new ProgramDoor.Terms(
            IsFhir,
            words["Envoyez une ressource FHIR R4 en JSON : application/fhir+json."],
            FeedbackDocument.MostBytes,
            1
        );
        return door.OpenAsync(context, terms, visit => TryAsync(() => serve(visit)));
    }

    internal static bool IsFhir(HttpRequest request) =>
        request.ContentType is { } type
        && (
            type.StartsWith(FhirOutcome.ContentType, StringComparison.OrdinalIgnoreCase)
            || request.HasJsonContentType()
        );

    private async Task<IResult> TryAsync(Func<Task<IResult>> serve)
    {
        try
        {
            return await serve();
        }
        catch (FhirRefused refused)
        {
            return FhirOutcome.Of(refused.Refusal);
        }
        catch (RuleBroken broken)
        {
            return FhirOutcome.Of(Refusal.Of(broken, rules.Say(broken.Rule)));
        }
        catch (SentOtherwise)
        {
            return FhirOutcome.Of(
                new(
                    StatusCodes.Status409Conflict,
                    words["Cet Idempotency-Key a déjà servi pour un autre document."]
                )
            );
        }
    }

    private async Task<IResult> CreateAsync(HttpContext context, ProgramDoor.Visit visit)
    {
        if (door.Count(context, visit.Key, 1) is { } tooMany)
        {
            return FhirOutcome.Of(tooMany);
        }

        var read = responses.Of(visit.Body);
        if (read.Spoken is not { } spoken)
        {
            return await TakeBackAsync(visit, read.Id);
        }

        var now = clock.GetUtcNow();
        var receipt = await intake.ReceiveAsync(
            new Incoming(spoken.Masked(), Door.Fhir, read.Language, now)
            {
                BroughtBy = visit.Key,
                Key =
                    visit.Name.Length > 0
                        ? seal.Make(visit.Key, visit.Name, Alone, visit.Body.Span, now)
                        : null,
            }
        );
        context.Response.Headers.Location = addresses.Response(receipt.Number);
        return Written(
            addresses.Known(receipt.Number, "completed", receipt.Code, numbers.For(receipt, read.Language)),
            StatusCodes.Status201Created
        );
    }

    private async Task<IResult> TakeBackAsync(ProgramDoor.Visit visit, string? number)
    {
        var isTaken =
            number is { Length: > 0 }
            && await mediator.Send(new TakeBack.Command(visit.Key, number), CancellationToken.None);
        return isTaken
            ? Written(addresses.Known(number!, "entered-in-error"), StatusCodes.Status200OK) // it has one
            : FhirOutcome.Of(
                new(
                    StatusCodes.Status404NotFound,
                    words["Cette clé n’a transmis aucune réponse de cet identifiant."]
                )
            );
    }

    private static IResult Written(JsonObject known, int answer) =>
        Results.Text(known.ToJsonString(), FhirOutcome.ContentType, statusCode: answer);
}
