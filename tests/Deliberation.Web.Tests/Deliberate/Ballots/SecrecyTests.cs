using System.Collections.Concurrent;
using System.Reflection;
using Deliberation.Domain.Deliberate.Ballots;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Ballots;
using Deliberation.Web.Platform.Messaging;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Deliberation.Web.Tests.Deliberate.Ballots;

/// <summary>Looks at the database as someone would who wants to know who voted what.</summary>
public sealed class SecrecyTests(Product product) : IClassFixture<Product>
{
    [Fact]
    public void The_roll_and_the_box_share_nothing_but_the_ballot()
    {
        Assert.Equal(["BallotId", "HasVoted", "PersonId"], Columns(typeof(Elector)));
        Assert.Equal(["BallotId", "Content", "Id"], Columns(typeof(Paper)));
    }

    [Fact]
    public async Task Every_vote_renews_every_paper()
    {
        var committee = await Given.CommitteeAsync(product, members: 6);
        var ballot = await Given.OpenBallotAsync(product, committee);
        var seen = new HashSet<string>(StringComparer.Ordinal);

        foreach (var member in committee.Members)
        {
            await Given.VoteAsync(product, committee, ballot, member, Choice.For);
            foreach (var paper in await PapersAsync(ballot))
            {
                Assert.True(seen.Add(paper.Id.ToString()), "A paper kept its id from one vote to the next.");
                Assert.True(seen.Add(paper.Content), "A paper kept its seal from one vote to the next.");
            }
        }
    }

    [Fact]
    public async Task The_order_in_which_papers_lie_is_not_the_order_of_the_votes()
    {
        // First voters are for, last voters against: if order told, the box would begin with the fors.
        var firstHalfFor = 0;
        for (var round = 0; round < 12; round++)
        {
            var committee = await Given.CommitteeAsync(product, members: 6);
            var ballot = await Given.OpenBallotAsync(product, committee);
            foreach (var (index, member) in committee.Members.Index())
            {
                await Given.VoteAsync(
                    product,
                    committee,
                    ballot,
                    member,
                    index < 3 ? Choice.For : Choice.Against
                );
            }

            await Given.CloseAsync(product, committee, ballot);
            var lying = await AsTheyLieAsync(ballot);
            firstHalfFor += lying.Take(3).Count(content => content == "1");
        }

        // 36 places, 18 expected; all 36 or none would be an order kept. Odds of failing by chance are below 1 in 10,000.
        Assert.InRange(firstHalfFor, 7, 29);
    }

    [Fact]
    public async Task While_the_vote_is_open_the_database_holds_no_readable_choice()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        await Given.VoteAsync(product, committee, ballot, committee.Members[0], Choice.For);
        await Given.VoteAsync(product, committee, ballot, committee.Members[1], Choice.Against);

        var papers = await PapersAsync(ballot);

        Assert.Equal(2, papers.Count);
        Assert.All(papers, paper => Assert.True(paper.Content.Length > 60));
        Assert.Single(papers.Select(paper => paper.Content.Length).Distinct());
        Assert.All(papers, paper => Assert.Equal(4, paper.Id.Version));
        var row = await product.ReadAsync(db => db.Set<Ballot>().SingleAsync(b => b.Id == ballot));
        Assert.Null(row.Result);
    }

    [Fact]
    public async Task No_page_shows_a_partial_result()
    {
        var committee = await Given.CommitteeAsync(product);
        var ballot = await Given.OpenBallotAsync(product, committee);
        await Given.VoteAsync(product, committee, ballot, committee.Members[0], Choice.Against);

        foreach (var reader in new[] { committee.Facilitator, committee.Members[0], committee.Members[1] })
        {
            var page = await product.Browse(reader).GoAsync($"{committee.Address}/scrutins/{ballot}");
            Assert.DoesNotContain("Résultat", page.Words, StringComparison.Ordinal);
            Assert.Null(page.Document.QuerySelector("#decompte"));
        }
    }

    [Fact]
    public async Task A_vote_leaves_no_event_and_no_log_line()
    {
        using var watched = new WatchedProduct();
        var committee = await Given.CommitteeAsync(watched);
        var ballot = await Given.OpenBallotAsync(watched, committee);
        var member = committee.Members[0];
        var before = await watched.ReadAsync(db => db.Set<PendingEvent>().CountAsync());
        watched.Lines.Clear();

        await Given.VoteAsync(watched, committee, ballot, member, Choice.For);

        var lines = watched.Lines.ToList();
        Assert.DoesNotContain(lines, line => line.Contains(ballot.ToString(), StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Contains(member.ToString(), StringComparison.Ordinal));
        Assert.Equal(before, await watched.ReadAsync(db => db.Set<PendingEvent>().CountAsync()));
        Assert.Equal("Vote", new Vote.Command(member, "x", ballot, Choice.For).ToString());
    }

    private static IEnumerable<string> Columns(Type type) =>
        type.GetProperties(BindingFlags.Instance | BindingFlags.Public)
            .Select(property => property.Name)
            .Order(StringComparer.Ordinal);

    private Task<List<Paper>> PapersAsync(Guid ballot) =>
        product.ReadAsync(db =>
            db.Set<Paper>().AsNoTracking().Where(paper => paper.BallotId == ballot).ToListAsync()
        );

    private Task<List<string>> AsTheyLieAsync(Guid ballot)
    {
        var place = Product.IsPostgres ? "ctid" : "rowid";
        var query =
            $$"""SELECT "Content" AS "Value" FROM "BallotPapers" WHERE "BallotId" = {0} ORDER BY {{place}}""";
        return product.ReadAsync(db => db.Database.SqlQueryRaw<string>(query, ballot).ToListAsync());
    }

    /// <summary>The product, with someone who reads its whole log.</summary>
    private sealed class WatchedProduct : Product
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services =>
                services.AddSingleton<ILoggerProvider>(new Listener(Lines))
            );
        }
    }

    private sealed class Listener(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => lines.Enqueue(formatter(state, exception));

        public void Dispose() { }
    }
}
