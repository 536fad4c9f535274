using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>Seals what travels through the author's browser: nobody on the way can read or change it.</summary>
internal sealed class SealedForm(IDataProtectionProvider protection)
{
    private static readonly TimeSpan ReceiptLife = TimeSpan.FromMinutes(30);

    private readonly IDataProtector form = protection.CreateProtector("feedback.form");
    private readonly ITimeLimitedDataProtector receipts = protection
        .CreateProtector("feedback.receipt")
        .ToTimeLimitedDataProtector();

    public string Close(FormAnswers answers) => form.Protect(JsonSerializer.Serialize(answers));

    public string Close(Receipt receipt) => receipts.Protect(JsonSerializer.Serialize(receipt), ReceiptLife);

    /// <summary>Nothing when the seal is broken; the first page has no seal yet.</summary>
    public FormAnswers? Open(string? answers) => Open<FormAnswers>(answers, text => form.Unprotect(text));

    /// <summary>Nothing when the seal is broken or half an hour has passed: the code is shown once.</summary>
    public Receipt? OpenReceipt(string? receipt) => Open<Receipt>(receipt, text => receipts.Unprotect(text));

    private static T? Open<T>(string? text, Func<string, string> unprotect)
        where T : class
    {
        try
        {
            return text is { Length: > 0 } ? JsonSerializer.Deserialize<T>(unprotect(text)) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
