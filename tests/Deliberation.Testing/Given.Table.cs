using System.Text;

namespace Deliberation.Testing;

internal static partial class Given
{
    public const string TableHeadings = "Référence;Statut;Raison;Fonction\n";

    /// <summary>A table that answers these propositions, as a text in UTF-8.</summary>
    public static byte[] Table(params (string Reference, string Status, string Reason)[] lines) =>
        Encoding.UTF8.GetBytes(
            TableHeadings
                + string.Concat(
                    lines.Select(line => $"{line.Reference};{line.Status};{line.Reason};Bureau des usagers\n")
                )
        );

    /// <summary>Gives a table back, and shows what it would change.</summary>
    public static async Task<Page> GiveTableAsync(Browser agent, byte[] content, string name = "suivi.csv") =>
        await agent.GiveFileAsync(
            await agent.GoAsync("/bureau/suivi/tableau"),
            "#tableau",
            "Data.File",
            (name, content)
        );
}
