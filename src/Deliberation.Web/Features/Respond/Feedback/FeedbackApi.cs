using System.Text.Json;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Features.Respond.Partners;
using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Feedback by <c>POST /api/v1/feedback</c>, alone or up to a hundred together: the same intake as the form.</summary>
internal sealed class FeedbackApi(
    ProgramDoor door,
    Intake intake,
    IntakeSeal seal,
    EmergencyNumbers numbers,
    TimeProvider clock,
    FeatureTexts<FeedbackApi> words,
    RuleWords rules
)
{
    private const int Alone = -1;

    public Task<IResult> PostAsync(HttpContext context) =>
        door.OpenAsync(context, Json(FeedbackDocument.MostBytes, 1), visit => OneAsync(context, visit));

    public Task<IResult> PostBatchAsync(HttpContext context) =>
        door.OpenAsync(
            context,
            Json(FeedbackDocument.MostBatchBytes, FeedbackDocument.MostInABatch),
            visit => BatchAsync(context, visit)
        );

    private ProgramDoor.Terms Json(int mostBytes, int places) =>
        new(request => request.HasJsonContentType(), words["Envoyez du JSON en UTF-8."], mostBytes, places);

    private async Task<IResult> OneAsync(HttpContext context, ProgramDoor.Visit visit)
    {
        if (door.Count(context, visit.Key, 1) is { } tooMany)
        {
            return Results.Problem(tooMany.Problem());
        }

        var (kept, refusal) = await TryKeepAsync(visit, visit.Body, Alone);
        return kept is not null
            ? Results.Json(kept, statusCode: StatusCodes.Status201Created)
            : Results.Problem(refusal!.Problem()); // one of the two
    }

    private async Task<IResult> BatchAsync(HttpContext context, ProgramDoor.Visit visit)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(visit.Body, new JsonDocumentOptions { MaxDepth = 8 });
        }
        catch (JsonException broken)
        {
            return Results.Problem(Unreadable(broken).Problem());
        }

        using (document)
        {
            if (ItemsOf(document.RootElement) is not { } items)
            {
                return Results.Problem(NoBatch().Problem());
            }

            visit.Places.Keep(items.Count);
            if (door.Count(context, visit.Key, items.Count) is { } tooMany)
            {
                return Results.Problem(tooMany.Problem());
            }

            var results = await Task.WhenAll(items.Select((item, place) => ItemAsync(visit, item, place)));
            return Results.Json(new FeedbackDocument.BatchAnswer(results));
        }
    }

    private async Task<FeedbackDocument.ItemResult> ItemAsync(
        ProgramDoor.Visit visit,
        JsonElement item,
        int place
    )
    {
        var body = System.Text.Encoding.UTF8.GetBytes(item.GetRawText());
        var (kept, refusal) = await TryKeepAsync(visit, body, place);
        return new()
        {
            Status = refusal?.Status ?? StatusCodes.Status201Created,
            Feedback = kept,
            Detail = refusal?.Detail,
            Code = refusal?.Code,
            Place = refusal?.Place,
        };
    }

    private async Task<(FeedbackDocument.Answer? Kept, Refusal? Not)> TryKeepAsync(
        ProgramDoor.Visit visit,
        ReadOnlyMemory<byte> body,
        int place
    )
    {
        try
        {
            var asked = JsonSerializer.Deserialize<FeedbackDocument.Request>(
                body.Span,
                FeedbackDocument.Strict
            );
            return asked is null
                ? (null, new(StatusCodes.Status400BadRequest, words["Le document est vide."]))
                : (await KeepAsync(visit, asked, body, place), null);
        }
        catch (RuleBroken broken)
        {
            return (null, Refusal.Of(broken, rules.Say(broken.Rule)));
        }
        catch (JsonException broken)
        {
            return (null, Unreadable(broken));
        }
        catch (SentOtherwise)
        {
            return (
                null,
                new(
                    StatusCodes.Status409Conflict,
                    words["Cet Idempotency-Key a déjà servi pour un autre document."]
                )
            );
        }
    }

    private async Task<FeedbackDocument.Answer> KeepAsync(
        ProgramDoor.Visit visit,
        FeedbackDocument.Request asked,
        ReadOnlyMemory<byte> body,
        int place
    )
    {
        var (now, language) = (clock.GetUtcNow(), asked.Language ?? "fr");
        var receipt = await intake.ReceiveAsync(
            new Incoming(asked.Spoken().Masked(), Door.Api, language, now)
            {
                BroughtBy = visit.Key,
                Key = visit.Name.Length > 0 ? seal.Make(visit.Key, visit.Name, place, body.Span, now) : null,
            }
        );
        return FeedbackDocument.Answer.Of(receipt, numbers.For(receipt, language));
    }

    private static IReadOnlyList<JsonElement>? ItemsOf(JsonElement batch) =>
        batch.ValueKind == JsonValueKind.Object
        && batch.GetPropertyCount() == 1
        && batch.TryGetProperty("items"u8, out var items)
        && items.ValueKind == JsonValueKind.Array
        && items.GetArrayLength() is > 0 and <= FeedbackDocument.MostInABatch
            ? [.. items.EnumerateArray()]
            : null;

    private Refusal NoBatch() =>
        new(
            StatusCodes.Status400BadRequest,
            words["Un lot est un objet dont « items » liste de 1 à 100 retours."]
        )
        {
            Place = "$.items",
        };

    private Refusal Unreadable(JsonException broken)
    {
        var place = broken.Path is { Length: > 1 } path ? path : "$";
        return new(
            StatusCodes.Status400BadRequest,
            words["Le document n’est pas lisible à cet endroit : {0}.", place]
        )
        {
            Place = place,
        };
    }
}
