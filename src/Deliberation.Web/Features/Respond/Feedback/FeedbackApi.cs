using System.Text.Json;
using System.Text.Json.Serialization;
using Deliberation.Domain;
using Deliberation.Domain.Respond.Feedback;
using Deliberation.Web.Platform.Localization;
using MediatR;
using Microsoft.AspNetCore.Mvc;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// Feedback by <c>POST /api/v1/feedback</c>: the same intake as the form. A member the document does not describe is
/// refused, so that nothing that names a person can slip in beside the answers.
/// </summary>
internal sealed class FeedbackApi(
    IntakeLimits limits,
    IMediator mediator,
    FeatureTexts<FeedbackApi> words,
    RuleWords rules
)
{
    private const int MostBytes = 64 * 1024;

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        MaxDepth = 8,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public async Task<IResult> PostAsync(HttpContext context, CancellationToken cancellationToken)
    {
        if (!context.Request.HasJsonContentType())
        {
            return Problem(StatusCodes.Status415UnsupportedMediaType, words["Envoyez du JSON en UTF-8."]);
        }

        if (limits.Refuse(context, limits.Intake) is not null)
        {
            return Problem(StatusCodes.Status429TooManyRequests, words["Trop de retours en peu de temps."]);
        }

        if (await ReadAsync(context.Request, cancellationToken) is not { } body)
        {
            return Problem(StatusCodes.Status413PayloadTooLarge, words["Le document dépasse 64 ko."]);
        }

        return await KeepAsync(body, cancellationToken);
    }

    private async Task<IResult> KeepAsync(byte[] body, CancellationToken cancellationToken)
    {
        try
        {
            var asked = JsonSerializer.Deserialize<Request>(body, Strict);
            if (asked is null)
            {
                return Problem(StatusCodes.Status400BadRequest, words["Le document est vide."]);
            }

            var command = new Give.Command(asked.Spoken(), null, Door.Api, asked.Language ?? "fr");
            var receipt = await mediator.Send(command, cancellationToken);
            return Results.Created(
                (string?)null,
                new Answer(receipt.Number, receipt.Code, "/retours/suivre")
            );
        }
        catch (RuleBroken broken)
        {
            return Problem(
                StatusCodes.Status422UnprocessableEntity,
                rules.Say(broken.Rule),
                broken.Rule.Code
            );
        }
        catch (JsonException broken)
        {
            var place = broken.Path is { Length: > 1 } path ? path : "$";
            return Problem(
                StatusCodes.Status400BadRequest,
                words["Le document n’est pas lisible à cet endroit : {0}.", place]
            );
        }
    }

    // Read by hand, so that a body without a length is cut at the limit as well.
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        var buffer = new byte[MostBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(
            buffer,
            buffer.Length,
            throwOnEndOfStream: false,
            cancellationToken
        );
        return length > MostBytes ? null : buffer[..length];
    }

    private static IResult Problem(int status, string detail, string? code = null)
    {
        var problem = new ProblemDetails { Status = status, Detail = detail };
        if (code is not null)
        {
            problem.Extensions["code"] = code;
        }

        return Results.Problem(problem);
    }

    /// <summary>What a partner sends. Marks go from 1 (très mauvais) to 5 (très bon).</summary>
    public sealed record Request(
        int Mark,
        Part? Part,
        string? Easy,
        string? Hard,
        string? Text,
        string? Suggestion,
        Contact? Contact,
        AgeBand? AgeBand,
        string? Departement,
        string? Language
    )
    {
        internal Spoken Spoken() =>
            new((Mark)Mark, Part ?? default)
            {
                Easy = Easy,
                Hard = Hard,
                Text = Text,
                Suggestion = Suggestion,
                Contact = Contact,
                AgeBand = AgeBand,
                Departement = Departement,
            };
    }

    /// <summary>What comes back: the code is shown this once.</summary>
    public sealed record Answer(string Number, string Code, string FollowAt);
}
