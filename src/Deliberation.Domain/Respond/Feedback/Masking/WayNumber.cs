namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>The number before a way, read backward: "12", "3 bis", "12/14", "7 A,".</summary>
internal static class WayNumber
{
    /// <summary>Where it starts; null when there is none.</summary>
    public static int? StartOf(ReadText read, int way)
    {
        var index = way - 1;
        if (index >= 0 && IsRepetition(read, index) && IsNear(read, index))
        {
            index--;
        }
        if (index < 0 || !IsNumber(read, index))
        {
            return null;
        }
        var isPair =
            index > 0
            && IsNumber(read, index - 1)
            && read.Between(read.Words[index - 1].End, read.Words[index].Start)
                is "/"
                    or "-"
                    or ", "
                    or " - ";
        return read.Words[isPair ? index - 1 : index].Start;
    }

    private static bool IsRepetition(ReadText read, int index) =>
        read.Between(read.Words[index].Start, read.Words[index].End)
            is "bis"
                or "ter"
                or "quater"
                or "BIS"
                or "TER"
                or "Bis"
                or "A"
                or "B"
                or "C"
                or "D"
                or "a"
                or "b"
                or "c"
                or "d";

    private static bool IsNumber(ReadText read, int index) =>
        read.Words[index] is { Length: <= 4 } word && word.Is(Role.Digits) && IsNear(read, index);

    private static bool IsNear(ReadText read, int index) =>
        index + 1 < read.Words.Length
        && read.Between(read.Words[index].End, read.Words[index + 1].Start) is { Length: <= 3 } gap
        && gap.IndexOfAnyExcept(" ,\u00A0/-") < 0;
}
