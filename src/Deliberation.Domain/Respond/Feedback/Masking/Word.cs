using System.Runtime.InteropServices;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>A run of letters or a run of digits, and what it may announce.</summary>
/// <param name="Value">The number a numeral says, or the month; 0 elsewhere.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Word(int Start, int End, Role Roles, int Value)
{
    public int Length => End - Start;

    public bool Is(Role roles) => (Roles & roles) != Role.None;
}
