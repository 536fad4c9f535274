using System.Globalization;
using System.Text.Json.Nodes;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Respond.Partners;
using Deliberation.Web.Platform.Localization;
using UserFeedback = Deliberation.Domain.Respond.Feedback.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Up to a hundred responses in a FHIR Bundle: of a batch each is kept, or refused, by itself; of a transaction all
/// are kept or none.
/// </summary>
internal sealed class FhirBundleApi(
    ProgramDoor door,
    FhirBundle bundles,
    FhirResponse responses,
    FhirAddresses addresses,
    Intake intake,
    IntakeSeal seal,
    EmergencyNumbers numbers,
    TimeProvider clock,
    FeatureTexts<FhirApi> words,
    RuleWords rules
)
{
    private const int Alone = -1;

    public Task<IResult> PostAsync(HttpContext context)
    {
        var terms = new ProgramDoor.Terms(
            FhirApi.IsFhir,
            words["Envoyez une ressource FHIR R4 en JSON : application/fhir+json."],
            FeedbackDocument.MostBatchBytes,
            FeedbackDocument.MostInABatch
        );
        return door.OpenAsync(context, terms, visit => ServeAsync(context, visit));
    }

    private async Task<IResult> ServeAsync(HttpContext context, ProgramDoor.Visit visit)
    {
        FhirBundle.Read bundle;
        try
        {
            bundle = bundles.Of(visit.Body);
        }
        catch (FhirRefused refused)
        {
            return FhirOutcome.Of(refused.Refusal);
        }

        visit.Places.Keep(bundle.Entries.Count);
        if (door.Count(context, visit.Key, bundle.Entries.Count) is { } tooMany)
        {
            return FhirOutcome.Of(tooMany);
        }

        var tried = bundle.Entries.Select((entry, place) => Try(visit, entry, place)).ToList();
        return bundle.IsTransaction ? await TransactAsync(tried) : await BatchAsync(tried);
    }

    private async Task<IResult> BatchAsync(IReadOnlyList<Tried> tried)
    {
        var answers = await Task.WhenAll(
            tried.Select(
                async (one, place) =>
                {
                    if (one.Incoming is null)
                    {
                        return Refused(one.Refusal!); // one of the two
                    }

                    try
                    {
                        return Created(await intake.ReceiveAsync(one.Incoming), one.Incoming);
                    }
                    catch (SentOtherwise)
                    {
                        return Refused(Otherwise(place));
                    }
                }
            )
        );
        return Answer("batch-response", answers);
    }

    private async Task<IResult> TransactAsync(List<Tried> tried)
    {
        var refusals = tried.Select(one => one.Refusal).OfType<Refusal>().ToList();
        if (refusals.Count > 0)
        {
            return Nothing(refusals);
        }

        try
        {
            var incoming = tried.ConvertAll(one => one.Incoming!); // none is refused
            var receipts = await intake.ReceiveTogetherAsync(incoming);
            return Answer("transaction-response", receipts.Zip(incoming, Created));
        }
        catch (SentOtherwise)
        {
            return Nothing([Otherwise(null)]);
        }
    }

    private Tried Try(ProgramDoor.Visit visit, FhirBundle.Entry entry, int place)
    {
        if (entry.Refusal is { } refused)
        {
            return new Tried(null, refused);
        }

        try
        {
            var incoming = Coming(visit, entry, place);
            UserFeedback.Receive(
                new Arrival(Guid.Empty, "", incoming.Door, incoming.Language),
                incoming.Code,
                incoming.Answers,
                incoming.At
            );
            return new Tried(incoming, null);
        }
        catch (FhirRefused broken)
        {
            var refusal = broken.Refusal;
            return new Tried(null, refusal with { Place = FhirBundle.PlaceOf(place, refusal.Place) });
        }
        catch (RuleBroken broken)
        {
            var refusal = Refusal.Of(broken, rules.Say(broken.Rule));
            return new Tried(null, refusal with { Place = FhirBundle.PlaceOf(place) });
        }
    }

    private Incoming Coming(ProgramDoor.Visit visit, FhirBundle.Entry entry, int place)
    {
        var read = responses.Of(entry.Resource);
        var spoken =
            read.Spoken
            ?? throw FhirRefused.Because(
                "not-supported",
                "QuestionnaireResponse.status",
                words["Une réponse se retire seule, hors d’un Bundle."]
            );
        var now = clock.GetUtcNow();
        return new Incoming(spoken.Masked(), Door.Fhir, read.Language, now)
        {
            BroughtBy = visit.Key,
            Key =
                entry.Name.Length > 0
                    ? seal.Make(visit.Key, $"fullUrl {entry.Name}", Alone, entry.Resource.Span, now)
                : visit.Name.Length > 0 ? seal.Make(visit.Key, visit.Name, place, entry.Resource.Span, now)
                : null,
        };
    }

    private Refusal Otherwise(int? place) =>
        new(
            StatusCodes.Status409Conflict,
            words["Ce fullUrl, ou cet Idempotency-Key, a déjà servi pour un autre document."]
        )
        {
            Place = place is { } entry ? FhirBundle.PlaceOf(entry) : "Bundle",
        };

    private JsonObject Created(Receipt receipt, Incoming incoming) =>
        new()
        {
            ["resource"] = addresses.Known(
                receipt.Number,
                "completed",
                receipt.Code,
                numbers.For(receipt, incoming.Language)
            ),
            ["response"] = new JsonObject
            {
                ["status"] = Status(StatusCodes.Status201Created),
                ["location"] = addresses.Response(receipt.Number),
            },
        };

    private static JsonObject Refused(Refusal refusal) =>
        new()
        {
            ["response"] = new JsonObject
            {
                ["status"] = Status(refusal.Status),
                ["outcome"] = FhirOutcome.Resource(refusal),
            },
        };

    private static IResult Answer(string type, IEnumerable<JsonObject> entries) =>
        Results.Text(
            new JsonObject
            {
                ["resourceType"] = "Bundle",
                ["type"] = type,
                ["entry"] = new JsonArray([.. entries]),
            }.ToJsonString(),
            FhirOutcome.ContentType
        );

    // One issue for each entry that is wrong; nothing of the others is kept.
    private static IResult Nothing(IReadOnlyList<Refusal> refusals) =>
        Results.Text(
            FhirOutcome.Resource(refusals).ToJsonString(),
            FhirOutcome.ContentType,
            statusCode: refusals.Max(refusal => refusal.Status)
        );

    private static string Status(int status) => status.ToString(CultureInfo.InvariantCulture);

    private sealed record Tried(Incoming? Incoming, Refusal? Refusal);
}
