using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Respond.Feedback.Meaning;
using Deliberation.Web.Platform.Persistence;
using Deliberation.Web.Platform.Security;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Respond.Feedback.Meaning;

/// <summary>Finds subjects and readings the way the desk names them, to change them.</summary>
internal static class KnownSubject
{
    public const string List = "/bureau/retours/sujets";

    public static string AddressOf(string number) =>
        $"{List}/{Uri.EscapeDataString(number.Trim().ToUpperInvariant())}";

    /// <exception cref="Absent">There is none of this number.</exception>
    public static async Task<Subject> SubjectAsync(
        this DeliberationDb db,
        string number,
        CancellationToken cancellationToken
    )
    {
        var written = number.Trim().ToUpperInvariant();
        return await db.Set<Subject>()
                .FirstOrDefaultAsync(subject => subject.Number == written, cancellationToken)
            ?? throw new Absent("subject");
    }

    /// <exception cref="Absent">The feedback is not public, or was not read yet.</exception>
    public static async Task<Reading> ReadingAsync(
        this DeliberationDb db,
        string number,
        CancellationToken cancellationToken
    )
    {
        var written = number.Trim().ToUpperInvariant();
        return await db.Set<Reading>()
                .FirstOrDefaultAsync(reading => reading.Number == written, cancellationToken)
            ?? throw new Absent("reading");
    }

    /// <summary>The key of a theme of the list; nothing when none is asked for.</summary>
    /// <exception cref="Absent">There is no such theme.</exception>
    public static async Task<string?> ThemeAsync(
        this DeliberationDb db,
        string? key,
        CancellationToken cancellationToken
    ) =>
        string.IsNullOrEmpty(key) ? null
        : await db.Set<Theme>().AnyAsync(theme => theme.Key == key, cancellationToken) ? key
        : throw new Absent("theme");
}
