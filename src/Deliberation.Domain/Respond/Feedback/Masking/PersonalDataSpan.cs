using System.Runtime.InteropServices;

namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>What kind of thing in a text tells who someone is.</summary>
public enum PersonalDataKind
{
    SocialSecurityNumber,
    ProfessionalNumber,
    Phone,
    Email,
    BankAccount,
    BirthDate,
    PostalAddress,
    PersonName,
}

/// <summary>How sure the detector is: a check digit or an exact form makes certain, a likeness makes likely.</summary>
public enum Certainty
{
    Likely,
    Certain,
}

/// <summary>A stretch of a text that identifies a person, counted in UTF-16 units.</summary>
[StructLayout(LayoutKind.Auto)]
public readonly record struct PersonalDataSpan(
    int Start,
    int Length,
    PersonalDataKind Kind,
    Certainty Certainty
)
{
    public int End => Start + Length;

    internal static PersonalDataSpan Between(
        int start,
        int end,
        PersonalDataKind kind,
        Certainty certainty
    ) => new(start, end - start, kind, certainty);
}
