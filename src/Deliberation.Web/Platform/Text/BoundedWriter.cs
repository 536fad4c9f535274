using System.Text;

namespace Deliberation.Web.Platform.Text;

/// <summary>Stops a rendering as soon as it grows beyond its bound, instead of measuring it once memory is full.</summary>
internal sealed class BoundedWriter(int most) : TextWriter
{
    private readonly StringBuilder text = new();

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Grow(1).Append(value);

    public override void Write(string? value) => Grow(value?.Length ?? 0).Append(value);

    public override void Write(char[] buffer, int index, int count) =>
        Grow(count).Append(buffer, index, count);

    public override void Write(ReadOnlySpan<char> buffer) => Grow(buffer.Length).Append(buffer);

    public override string ToString() => text.ToString();

    private StringBuilder Grow(int by) =>
        text.Length + by <= most ? text : throw new MarkdownRefused(MarkdownRefusal.ResultTooLarge);
}
