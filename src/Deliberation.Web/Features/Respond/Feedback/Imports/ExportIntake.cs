using Deliberation.Domain.Respond.Feedback;
using Deliberation.Domain.Respond.Feedback.Imports;

namespace Deliberation.Web.Features.Respond.Feedback.Imports;

/// <summary>Brings the lines of an export to the one intake, some at a time, and leaves room for those who write meanwhile.</summary>
internal sealed class ExportIntake(Intake intake, IntakeRoom room, IntakeSeal seal, TimeProvider clock)
{
    private const int AtOnce = 100;
    private const int MostTries = 20;

    private static readonly TimeSpan Noon = TimeSpan.FromHours(12);

    /// <returns>How many were kept; the others were known.</returns>
    /// <exception cref="IntakeIsFull">Too many came meanwhile; what was kept is found again when one tries again.</exception>
    public async Task<int> KeepAsync(IEnumerable<ImportLine> lines, Part part)
    {
        var kept = 0;
        foreach (var some in lines.Chunk(AtOnce))
        {
            using var places = await EnterAsync(some.Length);
            var receipts = await Task.WhenAll(some.Select(line => intake.ReceiveAsync(Coming(line, part))));
            kept += receipts.Count(receipt => receipt.IsNew);
        }

        return kept;
    }

    private async Task<IntakeRoom.Places> EnterAsync(int count)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (room.TryEnter(count) is { } places)
            {
                return places;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(100), clock);
        }

        throw new IntakeIsFull();
    }

    // Of a line without flaw, all of it is there.
    private Incoming Coming(ImportLine line, Part part)
    {
        var now = clock.GetUtcNow();
        var noon = new DateTimeOffset(line.Day!.Value.ToDateTime(TimeOnly.FromTimeSpan(Noon)), TimeSpan.Zero);
        var answers = new Answers
        {
            Mark = line.Mark!.Value,
            Part = part,
            Text = line.Text,
        };
        return new Incoming(answers, Door.JeDonneMonAvis, "fr", noon < now ? noon : now)
        {
            Code = seal.CodeOf(line.Seal),
            MayComeAgain = true,
            StaysAsKnown = true,
        };
    }
}
