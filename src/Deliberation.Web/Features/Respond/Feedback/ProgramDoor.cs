using System.Buffers;
using Deliberation.Web.Features.Respond.Partners;
using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>What every door for programs does first: the kind of document, a place to be read in, its length.</summary>
internal sealed class ProgramDoor(IntakeLimits limits, IntakeRoom room, FeatureTexts<ProgramDoor> words)
{
    public const string NameHeader = "Idempotency-Key";

    private const int LongestName = 255;

    /// <summary>Reads the document and has it served, or says why not.</summary>
    public async Task<IResult> OpenAsync(HttpContext context, Terms terms, Func<Visit, Task<IResult>> serve)
    {
        if (!terms.Accepts(context.Request))
        {
            return DoorAnswers.Refuse(
                context.Request,
                new(StatusCodes.Status415UnsupportedMediaType, terms.Expects)
            );
        }

        if (NameOf(context.Request) is not { } name)
        {
            return DoorAnswers.Refuse(
                context.Request,
                new(
                    StatusCodes.Status400BadRequest,
                    words["Idempotency-Key compte de 1 à 255 signes, sans accent ni espace."]
                )
            );
        }

        using var places = room.TryEnter(terms.Places);
        if (places is null)
        {
            context.Response.Headers.RetryAfter = $"{IntakeIsFull.RetryAfterSeconds}";
            return DoorAnswers.Refuse(
                context.Request,
                new(StatusCodes.Status429TooManyRequests, words["Trop de retours arrivent en ce moment."])
            );
        }

        if (await ReadAsync(context, terms.MostBytes) is not { } body)
        {
            return DoorAnswers.Refuse(
                context.Request,
                new(
                    StatusCodes.Status413PayloadTooLarge,
                    words["Le document dépasse {0} ko.", terms.MostBytes / 1024]
                )
            );
        }

        var visit = new Visit(context.User.PartnerKeyId(), name, body, places);
        return await serve(visit);
    }

    /// <summary>Counts so many feedbacks for the key; the refusal when there were too many this minute.</summary>
    public Refusal? Count(HttpContext context, Guid key, int feedbacks) =>
        limits.RefuseKey(context, key, feedbacks)
            ? new(
                StatusCodes.Status429TooManyRequests,
                words["Cette clé a transmis trop de retours en une minute."]
            )
            : null;

    // As a structured header (RFC 8941) it comes in quotation marks; most programs leave them out.
    private static string? NameOf(HttpRequest request)
    {
        var sent = request.Headers[NameHeader];
        if (sent.Count == 0)
        {
            return "";
        }

        var name = sent.ToString();
        name = name.Length > 2 && name[0] == '"' && name[^1] == '"' ? name[1..^1] : name;
        return name.Length is > 0 and <= LongestName && name.All(sign => sign is > ' ' and <= '~')
            ? name
            : null;
    }

    // Read by hand, so that a body without a length is cut at the limit as well.
    private static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContext context, int most)
    {
        if (context.Request.ContentLength > most)
        {
            return null;
        }

        var reader = context.Request.BodyReader;
        while (true)
        {
            var read = await reader.ReadAsync(context.RequestAborted);
            if (read.Buffer.Length > most)
            {
                reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
                return null;
            }

            if (read.IsCompleted)
            {
                var body = read.Buffer.ToArray();
                reader.AdvanceTo(read.Buffer.End);
                return body;
            }

            reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    /// <summary>What a door asks of a document.</summary>
    /// <param name="Expects">The kind of document, in words.</param>
    /// <param name="Places">How many feedbacks it may hold.</param>
    internal sealed record Terms(Func<HttpRequest, bool> Accepts, string Expects, int MostBytes, int Places);

    /// <summary>A document that came in.</summary>
    /// <param name="Key">The partner's key.</param>
    /// <param name="Name">The name it gave to this sending; empty when it gave none.</param>
    internal sealed record Visit(Guid Key, string Name, ReadOnlyMemory<byte> Body, IntakeRoom.Places Places);
}
