using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Text.Json;
using System.Text.Json.Serialization;
using Deliberation.Domain.Respond.Feedback;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// The JSON that partners send and get. A member that is not described is refused, so that nothing that names a person
/// can slip in beside the answers.
/// </summary>
internal static class FeedbackDocument
{
    public const int MostBytes = 64 * 1024;
    public const int MostBatchBytes = 1024 * 1024;
    public const int MostInABatch = 100;

    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        PropertyNameCaseInsensitive = false,
        MaxDepth = 8,
    };

    /// <summary>What a patient says. At least one of the four texts has words.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Request
    {
        [Required, Range(1, 5), Description("From 1 (very bad) to 5 (very good)")]
        public int Mark { get; init; }

        [
            Required,
            JsonConverter(typeof(Camel<Part>)),
            Description("The part of the health space it is about")
        ]
        public Part Part { get; init; }

        [MaxLength(MaskedText.Longest), Description("What was easy")]
        public string? Easy { get; init; }

        [MaxLength(MaskedText.Longest), Description("What was hard")]
        public string? Hard { get; init; }

        [MaxLength(MaskedText.Longest), Description("What happened")]
        public string? Text { get; init; }

        [MaxLength(MaskedText.Longest), Description("An idea to make it better")]
        public string? Suggestion { get; init; }

        [
            JsonConverter(typeof(Camel<Contact>)),
            Description("Whether the author looked for help, and found it")
        ]
        public Contact? Contact { get; init; }

        [JsonConverter(typeof(Camel<AgeBand>))]
        public AgeBand? AgeBand { get; init; }

        [MaxLength(3), Description("The number of the author's département: 35, 2A, 974")]
        public string? Departement { get; init; }

        [AllowedValues("fr", "en", null), Description("fr or en; fr when absent")]
        public string? Language { get; init; }

        internal Spoken Spoken() =>
            new((Mark)Mark, Part)
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

    /// <summary>What comes back. The code is for the author, and is told to nobody else.</summary>
    public sealed record Answer(
        [property: Description("The public number: RU-2026-000123")] string Number,
        [property: Description("By which the author follows it")] string Code,
        [property: Description("The address where the code is typed")] string FollowAt
    )
    {
        [
            JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull),
            Description("Only when the words tell of a danger: show it to the author at once, above all else")
        ]
        public Danger? Emergency { get; init; }

        internal static Answer Of(Receipt receipt, Emergency? emergency) =>
            new(receipt.Number, receipt.Code, "/retours/suivre")
            {
                Emergency = emergency is null ? null : Danger.Of(emergency),
            };
    }

    /// <summary>What an author in danger must read, in the language of the feedback.</summary>
    public sealed record Danger(
        [property: Description("A sentence for the author")] string Message,
        [property: Description("Whom to call, in this order")] IReadOnlyList<DangerNumber> Numbers
    )
    {
        internal static Danger Of(Emergency emergency) =>
            new(
                emergency.Warning,
                [.. emergency.Numbers.Select(one => new DangerNumber(one.Number, one.Address, one.For))]
            );
    }

    /// <summary>One number to call, or to write to.</summary>
    public sealed record DangerNumber(
        [property: Description("15, 112, 114 or 3114")] string Number,
        [property: Description("For a link: tel:15; sms: for a number that takes messages only")]
            string Address,
        [property: Description("What it is for")] string For
    );

    /// <summary>Up to a hundred of them; each is kept, or refused, by itself.</summary>
    [JsonUnmappedMemberHandling(JsonUnmappedMemberHandling.Disallow)]
    public sealed record Batch
    {
        [Required, MinLength(1), MaxLength(MostInABatch)]
        public IReadOnlyList<Request> Items { get; init; } = [];
    }

    /// <summary>One result for each item, in the same order.</summary>
    public sealed record BatchAnswer(IReadOnlyList<ItemResult> Results);

    /// <summary>What became of one item: a number and a code, or what is wrong with it.</summary>
    public sealed record ItemResult
    {
        [Description("As the item would have been answered alone: 201, 400, 409, 422")]
        public required int Status { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public Answer? Feedback { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
        public string? Detail { get; init; }

        [
            JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull),
            Description("The code of the rule it breaks")
        ]
        public string? Code { get; init; }

        [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull), Description("Where in the item")]
        public string? Place { get; init; }
    }

    /// <summary>Choices are words, never their numbers.</summary>
    internal sealed class Camel<T>()
        : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
        where T : struct, Enum;
}
