using System.Runtime.InteropServices;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>One sign of a number, as it was written: a digit, the letter of 2A or 2B, or a part of a word that says it.</summary>
/// <param name="Opens">A number may begin here, and not one sign later.</param>
/// <param name="Closes">A number may end here.</param>
/// <param name="Linked">Nothing but separators stands between it and the one before.</param>
/// <param name="Dated">It belongs to a day written in figures.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Numeral(
    char Symbol,
    int Start,
    int End,
    bool Opens,
    bool Closes,
    bool Linked,
    bool Dated
);
