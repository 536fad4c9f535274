namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>Makes of all that was found stretches that never touch one another.</summary>
internal static class Findings
{
    private static readonly int Kinds = Enum.GetValues<PersonalDataKind>().Length;

    public static List<PersonalDataSpan> Merge(List<PersonalDataSpan> found)
    {
        found.Sort((one, other) => (one.Start, -one.Length).CompareTo((other.Start, -other.Length)));
        var hidden = DoubtfulUnderCertain(found);
        var merged = new List<PersonalDataSpan>(found.Count);
        var longest = 0;
        for (var index = 0; index < found.Count; index++)
        {
            if (hidden[index])
            {
                continue;
            }
            var span = found[index];
            if (merged.Count > 0 && span.Start < merged[^1].End)
            {
                merged[^1] = Join(
                    merged[^1],
                    span,
                    named: span.Length > longest ? span.Kind : merged[^1].Kind
                );
                longest = Math.Max(longest, span.Length);
            }
            else
            {
                merged.Add(span);
                longest = span.Length;
            }
        }
        return merged;
    }

    // A number read from the wrong digit ("le 12 1 85 05…") gives way to the one of its kind whose key fits.
    private static bool[] DoubtfulUnderCertain(List<PersonalDataSpan> found)
    {
        var hidden = new bool[found.Count];
        var ends = new int[Kinds];
        for (var index = 0; index < found.Count; index++)
        {
            var span = found[index];
            if (span.Certainty == Certainty.Certain)
            {
                ends[(int)span.Kind] = Math.Max(ends[(int)span.Kind], span.End);
            }
            hidden[index] = span.Certainty == Certainty.Likely && ends[(int)span.Kind] > span.Start;
        }
        var starts = new int[Kinds];
        Array.Fill(starts, int.MaxValue);
        for (var index = found.Count - 1; index >= 0; index--)
        {
            var span = found[index];
            starts[(int)span.Kind] =
                span.Certainty == Certainty.Certain ? span.Start : starts[(int)span.Kind];
            hidden[index] |= span.Certainty == Certainty.Likely && starts[(int)span.Kind] < span.End;
        }
        return hidden;
    }

    // What holds something certain is certain: nobody may ask for it back.
    private static PersonalDataSpan Join(
        PersonalDataSpan first,
        PersonalDataSpan second,
        PersonalDataKind named
    ) =>
        PersonalDataSpan.Between(
            first.Start,
            Math.Max(first.End, second.End),
            named,
            first.Certainty > second.Certainty ? first.Certainty : second.Certainty
        );
}
