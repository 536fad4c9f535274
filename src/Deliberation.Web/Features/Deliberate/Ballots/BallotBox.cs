using System.Globalization;
using System.Security.Cryptography;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Deliberate.Ballots;

/// <summary>One paper: no person, no time, an id drawn anew whenever anyone votes. Sealed while the vote is open.</summary>
internal sealed class Paper
{
    public required Guid Id { get; init; }

    public required Guid BallotId { get; init; }

    public required string Content { get; init; }
}

/// <summary>
/// The box of papers. At every vote it is emptied and filled again in an order drawn by lot, each paper sealed
/// anew: neither ids, places in the file, PostgreSQL's xmin, nor two copies of the database compared tell which
/// paper came with whom. All methods belong in <see cref="DeliberationDb.InOneTransactionAsync"/>.
/// See docs/adr/0006-secret-ballot.md.
/// </summary>
internal sealed class BallotBox(DeliberationDb db, IDataProtectionProvider protection)
{
    /// <summary>Holds the ballot until the transaction ends: votes and the close wait for each other.</summary>
    public async Task<Ballot> HoldAsync(string slug, Guid ballotId, CancellationToken cancellationToken)
    {
        var row = db.Set<Ballot>().Where(ballot => ballot.Id == ballotId && ballot.SpaceSlug == slug);
        await row.ExecuteUpdateAsync(
            set => set.SetProperty(ballot => ballot.Quorum, ballot => ballot.Quorum),
            cancellationToken
        );
        return await row.SingleAsync(cancellationToken);
    }

    public async Task AddAsync(Guid ballotId, Choice choice, CancellationToken cancellationToken)
    {
        var papers = await EmptyAsync(ballotId, cancellationToken);
        var seal = Seal(ballotId);
        Fill(ballotId, [.. papers, choice], paper => seal.Protect(Write(paper)));
    }

    /// <summary>Breaks the seals: once the vote is closed, anyone who reads the database may count again.</summary>
    public async Task<IReadOnlyCollection<Choice>> OpenAsync(
        Guid ballotId,
        CancellationToken cancellationToken
    )
    {
        var papers = await EmptyAsync(ballotId, cancellationToken);
        Fill(ballotId, papers, Write);
        return papers;
    }

    /// <summary>Writes every line of the roll anew: PostgreSQL marks rows with the transaction that wrote them.</summary>
    public Task RewriteRollAsync(Guid ballotId, CancellationToken cancellationToken) =>
        db.Set<Elector>()
            .Where(elector => elector.BallotId == ballotId)
            .ExecuteUpdateAsync(
                set => set.SetProperty(elector => elector.HasVoted, elector => elector.HasVoted),
                cancellationToken
            );

    /// <summary>Destroys papers and roll.</summary>
    public async Task DestroyAsync(Guid ballotId, CancellationToken cancellationToken)
    {
        await db.Set<Paper>()
            .Where(paper => paper.BallotId == ballotId)
            .ExecuteDeleteAsync(cancellationToken);
        await db.Set<Elector>()
            .Where(elector => elector.BallotId == ballotId)
            .ExecuteDeleteAsync(cancellationToken);
    }

    private async Task<Choice[]> EmptyAsync(Guid ballotId, CancellationToken cancellationToken)
    {
        var ours = db.Set<Paper>().Where(paper => paper.BallotId == ballotId);
        var contents = await ours.Select(paper => paper.Content).ToListAsync(cancellationToken);
        await ours.ExecuteDeleteAsync(cancellationToken);
        var seal = Seal(ballotId);
        return [.. contents.Select(content => Read(seal.Unprotect(content)))];
    }

    private void Fill(Guid ballotId, Choice[] papers, Func<Choice, string> write)
    {
        RandomNumberGenerator.Shuffle(papers.AsSpan());

        // Version 4 on purpose: the ids used elsewhere begin with the time.
        db.AddRange(
            papers.Select(paper => new Paper
            {
                Id = Guid.NewGuid(),
                BallotId = ballotId,
                Content = write(paper),
            })
        );
    }

    private IDataProtector Seal(Guid ballotId) =>
        protection.CreateProtector("Deliberation.Ballots", ballotId.ToString());

    private static string Write(Choice choice) => ((int)choice).ToString(CultureInfo.InvariantCulture);

    private static Choice Read(string paper) => (Choice)int.Parse(paper, CultureInfo.InvariantCulture);
}
