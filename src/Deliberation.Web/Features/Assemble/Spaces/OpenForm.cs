using System.Globalization;
using Deliberation.Domain.Assemble.Spaces;

namespace Deliberation.Web.Features.Assemble.Spaces;

/// <summary>What the page that opens a space asks; the calendar is one line for each phase.</summary>
internal sealed record OpenForm
{
    public SpaceKind Kind { get; init; } = SpaceKind.Committee;

    public string? Title { get; init; }

    public string? Slug { get; init; }

    public string? Question { get; init; }

    public string? CommissionedBy { get; init; }

    public string? RunBy { get; init; }

    public string? Summary { get; init; }

    public string? Selection { get; init; }

    public int? Seats { get; init; }

    public string? Calendar { get; init; }

    public Open.Command ToCommand(Guid by, IReadOnlyList<Open.Step> calendar) =>
        new(by, (Slug ?? "").Trim(), Kind, Title ?? "", Question ?? "", CommissionedBy ?? "", RunBy ?? "")
        {
            Summary = Summary,
            Selection = Selection,
            Seats = Seats ?? 0,
            Calendar = calendar,
        };

    /// <summary>« 2026-03-01 2026-04-15 Écriture » on each line; nothing when a line reads otherwise.</summary>
    public IReadOnlyList<Open.Step>? ReadCalendar()
    {
        var lines = (Calendar ?? "").Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        var steps = lines.Select(Read).ToList();
        return steps.Count > 50 || steps.Exists(step => step is null) ? null : [.. steps.OfType<Open.Step>()];
    }

    private static Open.Step? Read(string line)
    {
        var parts = line.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        return
            parts.Length == 3
            && TryDay(parts[0], out var from)
            && TryDay(parts[1], out var to)
            && parts[2].Length <= 200
            ? new Open.Step(parts[2], from, to)
            : null;
    }

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(
            text,
            "yyyy-MM-dd",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out day
        );
}
