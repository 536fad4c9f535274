using Deliberation.Web.Platform.Localization;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Whom to call instead of writing. Every door says the same: pages, JSON and FHIR.</summary>
internal sealed class EmergencyNumbers(FeatureTexts<EmergencyNumbers> texts)
{
    /// <summary>In the reader's language.</summary>
    public IReadOnlyList<EmergencyNumber> All =>
        [
            new("15", texts["le SAMU"]),
            new("112", texts["les secours en Europe"]),
            new("114", texts["par message, si vous n’entendez pas"]) { IsByMessage = true },
            new("3114", texts["si vous pensez au suicide"]),
        ];

    /// <summary>What an author in danger is told, by whichever door they came.</summary>
    public string Warning =>
        texts[
            "Ce que vous écrivez nous inquiète. Nous ne pouvons ni vous répondre tout de suite, ni vous joindre."
        ];

    /// <summary>What a program shows its user; null when the words kept tell of no danger.</summary>
    /// <param name="language">The author's: <c>fr</c> or <c>en</c>.</param>
    public Emergency? For(Receipt receipt, string language)
    {
        if (!receipt.IsUrgent)
        {
            return null;
        }

        using var _ = Platform.Localization.Spoken.In(language);
        return new Emergency(Warning, All);
    }
}

/// <summary>What an author in danger is told.</summary>
internal sealed record Emergency(string Warning, IReadOnlyList<EmergencyNumber> Numbers);

/// <summary>A number, and what it is for.</summary>
internal sealed record EmergencyNumber(string Number, string For)
{
    /// <summary>It takes no voice: written to, not called.</summary>
    public bool IsByMessage { get; init; }

    public string Address => $"{(IsByMessage ? "sms" : "tel")}:{Number}";
}
