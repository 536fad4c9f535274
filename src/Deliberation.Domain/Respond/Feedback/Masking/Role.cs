namespace Deliberation.Domain.Respond.Feedback.Masking;

/// <summary>What a word may announce: each detector looks only where one of its words stands.</summary>
[Flags]
internal enum Role
{
    None = 0,

    /// <summary>A run of digits, of any script.</summary>
    Digits = 1,

    /// <summary>A number spelled out: zéro, quatre, vingt.</summary>
    Numeral = 1 << 1,

    /// <summary>Docteur, Mme, Mr: a name may follow.</summary>
    Title = 1 << 2,

    /// <summary>Médecin, infirmière, pharmacien: a name may follow, less often.</summary>
    Caregiver = 1 << 3,

    /// <summary>Fils, mari, mère.</summary>
    Kin = 1 << 4,

    /// <summary>(Je m’) appelle, prénom.</summary>
    Naming = 1 << 5,

    /// <summary>Cordialement: a signature may follow.</summary>
    Farewell = 1 << 6,

    /// <summary>Names nobody after a title: ministre, président, Google; or opens the next sentence.</summary>
    Nobody = 1 << 7,

    /// <summary>A common word, which is no name unless it has a capital.</summary>
    Common = 1 << 8,

    /// <summary>De, van, le: part of a name when a name follows.</summary>
    Particle = 1 << 9,

    /// <summary>Rue, avenue: always a way.</summary>
    SureWay = 1 << 10,

    /// <summary>Place, cours, passage: a way when a capital follows.</summary>
    UnsureWay = 1 << 11,

    /// <summary>Habite, adresse, domicilié.</summary>
    Home = 1 << 12,

    /// <summary>Né, naissance, born.</summary>
    Birth = 1 << 13,

    Month = 1 << 14,

    /// <summary>May stand between "né" and the date: le, en, un, mardi.</summary>
    BirthFiller = 1 << 15,

    /// <summary>Arobase, at.</summary>
    Arobase = 1 << 16,

    /// <summary>Point, dot, tiret: a sign of an address, spelled.</summary>
    Spelled = 1 << 17,

    /// <summary>The end of an address: fr, com.</summary>
    TopDomain = 1 << 18,

    /// <summary>NIR, sécu, immatriculation.</summary>
    SocialSecurity = 1 << 19,

    /// <summary>RPPS, ADELI.</summary>
    Professional = 1 << 20,

    /// <summary>Tél, portable, rappeler.</summary>
    Telephone = 1 << 21,

    /// <summary>IBAN, RIB.</summary>
    Account = 1 << 22,

    /// <summary>Euros, habitants: the number before is a sum or a count.</summary>
    Unit = 1 << 23,

    /// <summary>A mention that masking wrote: nobody reads inside it.</summary>
    Masked = 1 << 24,
}
