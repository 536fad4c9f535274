using System.Text.Encodings.Web;
using System.Text.Json;
using Deliberation.Domain.Respond.Tracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Deliberation.Web.Features.Respond.Tracking;

/// <summary>The replies of one answer in one column: they are written with it and never asked for one by one.</summary>
internal sealed class RepliesColumn()
    : ValueConverter<PositionReplies, string>(all => Write(all), text => Read(text))
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Write(PositionReplies replies) => JsonSerializer.Serialize(replies.All, Format);

    private static PositionReplies Read(string text) =>
        PositionReplies.Of(JsonSerializer.Deserialize<List<PositionReply>>(text, Format) ?? [])
        ?? throw new InvalidOperationException("A column of replies holds none.");
}
