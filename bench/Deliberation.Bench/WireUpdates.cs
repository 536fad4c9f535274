using System.Buffers.Text;
using System.Text;
using System.Text.Json;

namespace Deliberation.Bench;

/// <summary>One accepted change, as much as the driver needs of it.</summary>
internal readonly ref struct WireUpdate
{
    public required int Page { get; init; }

    public required int Sequence { get; init; }

    /// <summary>By how many units the text grew.</summary>
    public required int Growth { get; init; }

    public required ReadOnlySpan<byte> Bytes { get; init; }
}

/// <summary>The updates of a message <c>Changed</c>, read where they are.</summary>
internal ref struct WireUpdates
{
    private readonly ReadOnlySpan<byte> message;
    private Utf8JsonReader json;

    public WireUpdates(ReadOnlySpan<byte> message, int version)
    {
        this.message = message;
        json = new Utf8JsonReader(message);
        while (json.Read() && json.TokenType != JsonTokenType.StartArray) { }

        json.Read(); // The text.
        json.Read();
        if (json.GetInt32() != version)
        {
            throw new InvalidOperationException($"Version {version} was followed by {json.GetInt32()}.");
        }

        json.Read();
    }

    public WireUpdate Current { get; private set; }

    public static int InvocationOf(ReadOnlySpan<byte> message)
    {
        var start = message.IndexOf("\"invocationId\":\""u8) + 16;
        return Utf8Parser.TryParse(message[start..], out int id, out _) ? id : -1;
    }

    public readonly WireUpdates GetEnumerator() => this;

    public bool MoveNext()
    {
        if (!json.Read() || json.TokenType != JsonTokenType.StartArray)
        {
            return false;
        }

        var from = (int)json.TokenStartIndex;
        json.Read();
        Utf8Parser.TryParse(json.ValueSpan[1..], out int page, out _);
        json.Read();
        var sequence = json.GetInt32();
        json.Read(); // The author.
        json.Read();
        var growth = Growth();
        json.Read();
        Current = new WireUpdate
        {
            Page = page,
            Sequence = sequence,
            Growth = growth,
            Bytes = message[from..(int)json.BytesConsumed],
        };
        return true;
    }

    private int Growth()
    {
        var growth = 0;
        while (json.Read() && json.TokenType != JsonTokenType.EndArray)
        {
            if (json.TokenType == JsonTokenType.StartArray)
            {
                json.Read();
                growth -= json.GetInt32();
                for (var line = 0; json.Read() && json.TokenType != JsonTokenType.EndArray; line++)
                {
                    growth += Encoding.UTF8.GetCharCount(json.ValueSpan) + (line > 0 ? 1 : 0);
                }
            }
        }

        return growth;
    }
}
