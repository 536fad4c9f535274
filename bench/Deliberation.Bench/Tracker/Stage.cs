using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Deliberate.Contributions;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Features.Search;

namespace Deliberation.Bench.Tracker;

/// <summary>A space and the members who judge there.</summary>
internal sealed record Committee(Space Space, IReadOnlyList<Membership> Members);

/// <summary>Who there is before anything is published: bodies with an agent each, spaces with members, themes.</summary>
internal sealed class Stage(Chance chance, Wording words, BulkRows rows, DateTimeOffset start)
{
    private const int MembersPerSpace = 25;

    public List<Body> Bodies { get; } = [];

    public List<Guid> Agents { get; } = [];

    public List<Theme> Themes { get; } = [];

    public List<Committee> Committees { get; } = [];

    public Guid Moderator { get; private set; }

    public void Build(int bodies, int themes, int spaces)
    {
        Moderator = Person("Modération", start);
        Appoint(Moderator, InstanceRole.Moderator, null);
        for (var number = 1; number <= bodies; number++)
        {
            var body = new Body(
                chance.Id(start),
                $"organisme-{number}",
                $"Organisme d’essai n° {number}",
                true
            );
            Bodies.Add(body);
            rows.Add(body);
            Agents.Add(Person($"Agent {number}", start));
            Appoint(Agents[^1], InstanceRole.Agent, body.Id);
        }

        for (var number = 1; number <= themes; number++)
        {
            Themes.Add(
                new Theme($"theme-{number}", $"Thème d’essai n° {number}", $"Trial theme no. {number}")
            );
            rows.Add(Themes[^1]);
        }

        for (var number = 1; number <= spaces; number++)
        {
            Committees.Add(Gather(number));
        }
    }

    private Committee Gather(int number)
    {
        var space = Space.Open(
            chance.Id(start),
            $"comite-{number}",
            SpaceKind.Committee,
            $"Comité d’essai n° {number}",
            new Mandate(words.Sentence(), "Le ministère d’essai", "Une association d’essai"),
            start
        );
        space.Describe(words.Text(3), words.Sentence(), MembersPerSpace, source: null);
        rows.Add(space, saves: 2);
        rows.Add(SearchIndex.Enter(WhenSpaceOpened.Of(space)));
        var members = new List<Membership>();
        for (var rank = 1; rank <= MembersPerSpace; rank++)
        {
            var name = $"Membre {number}-{rank}";
            var member = Membership.Join(
                chance.Id(start),
                space.Id,
                Person(name, start),
                SpaceRole.Member,
                name,
                start
            );
            rows.Add(member);
            members.Add(member);
        }

        return new Committee(space, members);
    }

    private Guid Person(string name, DateTimeOffset at)
    {
        var id = chance.Id(at);
        rows.Add(
            Deliberation.Web.Features.Account.Person.Enrolled(id, name, $"{id:N}@example.org", at),
            saves: 1,
            ("ConcurrencyStamp", id.ToString("D"))
        );
        return id;
    }

    private void Appoint(Guid person, InstanceRole role, Guid? body) =>
        rows.Add(Appointment.Make(chance.Id(start), person, role, body, start));
}
