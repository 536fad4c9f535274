using System.Globalization;
using Deliberation.Domain.Respond.Tracking;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Deliberation.Web.Platform.Caching;

/// <summary>A public page with all its headers, as it was sent once and may be sent again for a moment.</summary>
internal sealed class SentPage
{
    private readonly byte[] body;
    private readonly KeyValuePair<string, StringValues>[] headers;
    private readonly long stamp;
    private readonly DateTimeOffset madeAt;
    private readonly DateTimeOffset freshUntil;

    private SentPage(HttpResponse response, byte[] body, (long Stamp, DateTimeOffset At) sent)
    {
        this.body = body;
        stamp = sent.Stamp;
        // What was found kept is as old as it says, and not new again; what is late changes with the day.
        madeAt = sent.At.AddSeconds(-AgeOf(response));
        var midnight = WorkingDays.EndOf(WorkingDays.DateInParis(sent.At));
        var longest = madeAt + SameForEveryone.Lifetime;
        freshUntil = longest < midnight ? longest : midnight;
        headers = [.. response.Headers.Where(header => header.Key != HeaderNames.Age)];
    }

    public int Length => body.Length;

    /// <param name="sent">What was kept before it was asked for, and when that was.</param>
    /// <returns>Nothing when it may not be sent to anyone else.</returns>
    public static SentPage? Of(HttpResponse response, byte[] body, (long Stamp, DateTimeOffset At) sent) =>
        SameForEveryone.MayBeKept(response) ? new(response, body, sent) : null;

    /// <param name="current">What is kept now.</param>
    public bool IsFresh(long current, DateTimeOffset now) => stamp == current && now < freshUntil;

    public async Task SendAsync(HttpResponse response, DateTimeOffset now)
    {
        foreach (var (name, value) in headers)
        {
            response.Headers[name] = value;
        }

        response.Headers.Age = ((int)(now - madeAt).TotalSeconds).ToString(CultureInfo.InvariantCulture);
        await response.BodyWriter.WriteAsync(body, response.HttpContext.RequestAborted);
    }

    private static int AgeOf(HttpResponse response) =>
        int.TryParse(response.Headers.Age, NumberStyles.None, CultureInfo.InvariantCulture, out var age)
            ? age
            : 0;
}
