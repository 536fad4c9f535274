using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Web.Features.Respond.Feedback;

/// <summary>
/// What hides personal data is built the first time it looks, in more than a second. It looks once at a text of our own
/// a moment after the service serves, so that neither the first reader nor the first patient waits.
/// </summary>
internal sealed class MaskingWarmUp(IHostApplicationLifetime life) : IHostedService
{
    private static readonly TimeSpan Moment = TimeSpan.FromSeconds(3);

    /// <summary>Invented, and on purpose one thing of each kind.</summary>
    internal const string Sample =
        "Elle est née le 3 mars 1948. Elle habite 12 rue de la République, 69003 Lyon. Son médecin est le docteur "
        + "Le Goff, son numéro est le RPPS 10003456786. Le sien est 269054958815781 sur la carte. On la joint au "
        + "06 12 34 56 78 le soir, ou bien par jeanne@example.org le matin. Son compte est l’IBAN "
        + "FR76 3000 6000 0112 3456 7890 189 en France.";

    public Task StartAsync(CancellationToken cancellationToken)
    {
        life.ApplicationStarted.Register(() =>
        {
            var thread = new Thread(LookOnce) { IsBackground = true, Name = "masking" };
            thread.Start();
        });
        return Task.CompletedTask;
    }

    private static void LookOnce()
    {
        Thread.Sleep(Moment);
        PersonalData.Mask(Sample);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
