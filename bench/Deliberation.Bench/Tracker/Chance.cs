namespace Deliberation.Bench.Tracker;

/// <summary>Everything that the generated data leaves to chance: the same seed always draws the same.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public double Share => random.NextDouble();

    public bool Is(double share) => random.NextDouble() < share;

    /// <summary>From 0 to one below <paramref name="count"/>.</summary>
    public int Below(int count) => random.Next(count);

    public T Of<T>(IReadOnlyList<T> things) => things[random.Next(things.Count)];

    public byte[] Bytes(int count)
    {
        var bytes = new byte[count];
        random.NextBytes(bytes);
        return bytes;
    }

    /// <summary>An instant between two others, to the millisecond, as they are kept.</summary>
    public DateTimeOffset Between(DateTimeOffset from, DateTimeOffset to)
    {
        var span = (long)Math.Max(1, (to - from).TotalMilliseconds);
        return from.AddMilliseconds(random.NextInt64(span));
    }

    /// <summary>A version 7 UUID, ordered by time as the product's own are (RFC 9562, section 5.7).</summary>
    public Guid Id(DateTimeOffset at)
    {
        var bytes = Bytes(16);
        var time = at.ToUnixTimeMilliseconds();
        for (var place = 0; place < 6; place++)
        {
            bytes[place] = (byte)(time >> (8 * (5 - place)));
        }

        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x70);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>Parts that add up to a total, each in proportion to its weight.</summary>
    public static int[] Split(int total, IReadOnlyList<double> weights)
    {
        var sum = weights.Sum();
        var (given, before) = (new int[weights.Count], 0.0);
        for (var part = 0; part < given.Length; part++)
        {
            var after = before + (weights[part] / sum * total);
            given[part] = (int)Math.Round(after) - (int)Math.Round(before);
            before = after;
        }

        return given;
    }
}
