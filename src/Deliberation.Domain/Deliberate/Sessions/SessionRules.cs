namespace Deliberation.Domain.Deliberate.Sessions;

/// <summary>What holds for every meeting of a space.</summary>
public static class SessionRules
{
    public static readonly Rule ASessionHasATitle = new(
        "sessions.has-a-title",
        "Une séance porte un titre de 3 à 200 caractères."
    );

    public static readonly Rule ASessionEndsAfterItBegins = new(
        "sessions.order",
        "Une séance se termine le jour où elle commence, ou après."
    );

    public static readonly Rule AnAgendaIsShort = new(
        "sessions.agenda-length",
        "Un ordre du jour compte au plus 30 points, de 1 à 200 caractères chacun."
    );
}
