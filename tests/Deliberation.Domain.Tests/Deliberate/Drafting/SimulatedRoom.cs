using Deliberation.Domain.Deliberate.Drafting;

namespace Deliberation.Domain.Tests.Deliberate.Drafting;

/// <summary>
/// One server and several open pages that type at once over slow lines: messages of a line arrive in order,
/// lines do not wait for each other, and a line that breaks loses what was on it.
/// </summary>
internal sealed class SimulatedRoom
{
    private readonly Random chance;
    private readonly string start;
    private readonly LiveText server;
    private readonly List<SimulatedPage> pages = [];

    public SimulatedRoom(int seed)
    {
        chance = new Random(seed);
        start = Drawn.Text(chance, 40);
        server = new LiveText(start, 0);
        pages.AddRange(
            Enumerable.Range(0, 2 + chance.Next(5)).Select(i => new SimulatedPage($"page-{i}", start))
        );
    }

    public string Text => server.ToString();

    public IEnumerable<string> Everywhere => pages.Select(p => p.Text);

    public IReadOnlyList<ClientChange> Log => server.Since(0);

    public int Typed => pages.Sum(p => p.Typed);

    public string Replayed => Log.Aggregate(start, (text, accepted) => accepted.Change.Apply(text));

    public void LetTimePass(int moments)
    {
        for (var i = 0; i < moments; i++)
        {
            Something(pages[chance.Next(pages.Count)]);
        }
    }

    public void LetEveryoneFinish()
    {
        for (var rounds = 0; pages.Any(p => p.Waits || p.Version < server.Version); rounds++)
        {
            Assert.True(rounds < 1_000, "Somebody waits for ever.");
            pages.ForEach(Exchange);
        }
    }

    private void Something(SimulatedPage page)
    {
        switch (chance.Next(12))
        {
            case < 4:
                page.Type(chance);
                break;
            case < 6:
                page.Send();
                break;
            case < 8:
                Accept(page);
                break;
            case < 11:
                page.Receive(Log, 1 + chance.Next(4));
                break;
            default:
                page.BreakLine(chance);
                break;
        }
    }

    private void Exchange(SimulatedPage page)
    {
        page.Send();
        while (page.OnTheWay.Count > 0)
        {
            Accept(page);
        }

        page.Receive(Log, server.Version);
    }

    private void Accept(SimulatedPage page)
    {
        if (page.OnTheWay.TryDequeue(out var push))
        {
            server.Accept(page.Author, push.Base, push.Changes);
        }
    }
}

/// <summary>An open page as @codemirror/collab keeps it.</summary>
internal sealed class SimulatedPage(string clientId, string text)
{
    private readonly List<ClientChange> unconfirmed = [];

    public Guid Author { get; } = Guid.NewGuid();

    public string Text { get; private set; } = text;

    public int Version { get; private set; }

    public int Typed { get; private set; }

    public bool Waits => unconfirmed.Count > 0;

    public Queue<(int Base, IReadOnlyList<ClientChange> Changes)> OnTheWay { get; } = new();

    public void Type(Random chance)
    {
        var change = Drawn.Keystroke(chance, Text);
        Text = change.Apply(Text);
        unconfirmed.Add(new(clientId, Typed++, change));
    }

    /// <summary>Everything unconfirmed, even what is already on the way: the server drops repeats.</summary>
    public void Send()
    {
        if (Waits)
        {
            OnTheWay.Enqueue((Version, [.. unconfirmed]));
        }
    }

    public void Receive(IReadOnlyList<ClientChange> log, int atMost)
    {
        foreach (var accepted in log.Skip(Version).Take(atMost).ToList())
        {
            Version++;
            if (Waits && accepted.ClientId == clientId)
            {
                unconfirmed.RemoveAt(0);
            }
            else
            {
                Take(accepted.Change);
            }
        }
    }

    /// <summary>Some of what was on the way may have arrived before the line broke: only its answers are missing.</summary>
    public void BreakLine(Random chance)
    {
        var arrived = OnTheWay.Take(chance.Next(OnTheWay.Count + 1)).ToList();
        OnTheWay.Clear();
        arrived.ForEach(OnTheWay.Enqueue);
    }

    private void Take(TextChange other)
    {
        for (var i = 0; i < unconfirmed.Count; i++)
        {
            var mine = unconfirmed[i].Change;
            unconfirmed[i] = unconfirmed[i] with { Change = mine.Map(other) };
            other = other.Map(mine, before: true);
        }

        Text = other.Apply(Text);
    }
}
