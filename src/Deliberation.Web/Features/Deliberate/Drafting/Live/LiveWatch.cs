using Deliberation.Web.Platform;

namespace Deliberation.Web.Features.Deliberate.Drafting.Live;

/// <summary>Looks round twice a second: whoever lost their place must leave, and unused texts leave the memory.</summary>
internal sealed class LiveWatch(LiveDocuments documents, LiveParts parts, ILogger<LiveWatch> log)
    : Rounds(TimeSpan.FromMilliseconds(500), TimeProvider.System, log)
{
    protected override async Task GoRoundAsync(CancellationToken cancellationToken)
    {
        foreach (var document in documents.All())
        {
            foreach (var reader in document.Audience.Everybody())
            {
                if (await parts.Standing.InAsync(document.SpaceId, reader.Person) is null)
                {
                    // Its own turn finds out, says so, and ends.
                    reader.Wake();
                }
            }
        }

        documents.LetGoOfIdle();
        parts.Allowances.ForgetIdle();
    }
}
