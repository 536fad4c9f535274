using System.Diagnostics;
using Deliberation.Domain.Respond.Feedback.Masking;

namespace Deliberation.Bench;

/// <summary>How fast feedback is masked, on one core: texts as patients write them, and texts made to hurt.</summary>
internal static class MaskingSpeed
{
    private static readonly (string Name, string Text)[] Texts =
    [
        (
            "300 characters, nothing personal",
            "Depuis la mise à jour du mois de mars, je n’arrive plus à ouvrir mes comptes rendus. La page tourne pendant une "
                + "minute puis revient à l’accueil. J’ai essayé sur le téléphone et sur l’ordinateur de ma voisine, c’est pareil. "
                + "L’assistance m’a dit d’attendre. Merci de faire quelque chose pour les personnes âgées."
        ),
        (
            "300 characters, a name and a number",
            "Depuis la mise à jour, le docteur Kermarrec n’arrive plus à déposer mes comptes rendus. Il a essayé trois fois le "
                + "12/03/2024. On peut me joindre au 06 39 98 12 34 après 18 h. L’assistance (le 3422) m’a dit d’attendre. Merci de "
                + "faire quelque chose pour les personnes qui ne sont pas à l’aise."
        ),
        ("a million digits", new string('1', 1_000_000)),
        ("a million characters, “0 ”", string.Concat(Enumerable.Repeat("0 ", 500_000))),
        ("a million characters, “a@”", string.Concat(Enumerable.Repeat("a@", 500_000))),
        ("a million characters, “Dr Le ”", string.Concat(Enumerable.Repeat("Dr Le ", 166_666))),
    ];

    public static void Run(Options options)
    {
        var budget = TimeSpan.FromSeconds(options.Number("seconds", 3));
        foreach (var (name, text) in Texts)
        {
            Repeat(text, TimeSpan.FromSeconds(1));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var (times, took) = Repeat(text, budget);
            var bytes = (GC.GetAllocatedBytesForCurrentThread() - before) / times;
            var each = took.TotalMicroseconds / times;
            Console.WriteLine(
                $"{name}: {each:N1} µs, {text.Length / each:N1} million characters/s, {bytes:N0} bytes"
            );
        }
    }

    private static (int Times, TimeSpan Took) Repeat(string text, TimeSpan budget)
    {
        var (times, clock) = (0, Stopwatch.StartNew());
        while (clock.Elapsed < budget)
        {
            PersonalData.Mask(text);
            times++;
        }
        return (times, clock.Elapsed);
    }
}
