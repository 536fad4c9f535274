using System.Globalization;
using Deliberation.Domain.Verify.Ledger;
using Deliberation.Web.Platform.Commands;
using Deliberation.Web.Platform.Persistence;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Verify.Ledger;

/// <summary>
/// <c>verify-ledger [COPY.jsonl] [--head NUMBER:HASH]</c>: reads the whole register, here or in a downloaded copy, and
/// says what was changed, removed or moved. Here, it also compares the register with the pages' own tables.
/// </summary>
internal sealed class VerifyLedger(DeliberationDb db) : ICommand
{
    private const int MostLines = 100;

    public string Name => "verify-ledger";

    public async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var head = ReadHead(args);
        var copy = args.FirstOrDefault(argument => argument.EndsWith(".jsonl", StringComparison.Ordinal));
        var entries = copy is null ? InDatabase() : LedgerCopy.ReadAsync(copy);
        var reading = await LedgerReading.OfAsync(entries, head);
        var lines = reading.Explain().ToList();
        if (copy is null)
        {
            lines.AddRange(await new PublishedActs(db).DifferencesAsync());
        }

        foreach (var line in lines.Take(MostLines))
        {
            await output.WriteLineAsync(line);
        }

        await output.WriteLineAsync(
            lines.Count == 0
                ? $"The register is whole: {reading.Count} entries, last seal {reading.LastHash}."
                : $"The register is NOT whole: {lines.Count} faults in {reading.Count} entries."
        );
        return lines.Count == 0 ? 0 : 1;
    }

    private IAsyncEnumerable<LedgerEntry> InDatabase() =>
        db.Set<LedgerEntry>().AsNoTracking().OrderBy(entry => entry.Number).AsAsyncEnumerable();

    private static LedgerHead? ReadHead(string[] args)
    {
        var written = args.SkipWhile(argument => argument != "--head").Skip(1).FirstOrDefault()?.Split(':');
        return written is [var number, { Length: 64 } hash]
            ? new LedgerHead(long.Parse(number, CultureInfo.InvariantCulture), hash)
            : null;
    }
}
