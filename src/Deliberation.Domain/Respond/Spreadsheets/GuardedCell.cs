namespace Deliberation.Domain.Respond.Spreadsheets;

/// <summary>
/// A text that no spreadsheet runs as a formula (https://owasp.org/www-community/attacks/CSV_Injection): an apostrophe
/// comes first, and one more where apostrophes already did, so that reading gives back exactly what was written.
/// </summary>
public static class GuardedCell
{
    private const char Guard = '\'';

    private const string Risky = "=+-@\t\r\n＝＋－＠";

    public static string Write(string text) => MayRun(text) ? $"{Guard}{text}" : text;

    public static string Read(string cell) =>
        cell.Length > 1 && cell[0] == Guard && MayRun(cell) ? cell[1..] : cell;

    private static bool MayRun(string text)
    {
        var bare = text.AsSpan().TrimStart(Guard);
        return !bare.IsEmpty && Risky.Contains(bare[0]);
    }
}
