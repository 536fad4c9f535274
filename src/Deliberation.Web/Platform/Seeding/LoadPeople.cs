using Deliberation.Domain.Assemble.Membership;
using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Seeding.Files;
using AddBody = Deliberation.Web.Features.Respond.Tracking.AddBody;
using Appoint = Deliberation.Web.Features.Assemble.Membership.Appoint;
using Join = Deliberation.Web.Features.Assemble.Membership.Join;

namespace Deliberation.Web.Platform.Seeding;

/// <summary>Enrols fictional people and the bodies that answer, and gives each their place.</summary>
internal sealed class LoadPeople(SeedJournal journal)
{
    public static readonly DateTimeOffset Beginning = new(2019, 1, 1, 9, 0, 0, TimeSpan.Zero);

    /// <summary>Whoever types in what took place before the platform; signs nothing in their own name.</summary>
    public Task<Guid> EnrolLibrarianAsync() =>
        journal.SendAsync(
            "person:reprise",
            Beginning,
            new Enrol.Command(Guid.Empty, "Reprise documentaire", Email: null, IsFictional: true)
        );

    /// <summary>Adds each body, and someone who can bring in the answers it gave elsewhere.</summary>
    public async Task AddBodiesAsync(IEnumerable<BodyNote> bodies, Guid by)
    {
        foreach (var body in bodies)
        {
            await journal.SendAsync(
                $"body:{body.Key}",
                Beginning,
                new AddBody.Command(by, body.Key, body.Name, IsFictional: !body.Real)
            );
        }
    }

    /// <summary>Someone who types in what a body answered elsewhere.</summary>
    public async Task<Guid> EnrolCopyistAsync(string body, Guid by)
    {
        var person = await journal.SendAsync(
            $"person:copyist:{body}",
            Beginning,
            new Enrol.Command(by, $"Reprise documentaire ({body})", Email: null, IsFictional: true)
        );
        var appointment = new Appoint.Command(by, person, InstanceRole.Agent, journal[$"body:{body}"]);
        await journal.SendAsync($"appointment:copyist:{body}", Beginning, appointment);
        return person;
    }

    public Task JoinAsync(
        Guid space,
        Guid person,
        SpaceRole role,
        (string Name, bool IsPublic) shown,
        DateTimeOffset at
    ) =>
        journal.SendAsync(
            $"membership:{space}:{person}",
            at,
            new Join.Command(person, space, person, role, shown.Name, shown.IsPublic)
        );

    public Task<Guid> EnrolPersonaAsync(PersonaNote persona, DateTimeOffset at) =>
        journal.SendAsync(
            $"person:{persona.Key}",
            at,
            new Enrol.Command(Guid.Empty, persona.Name, $"{persona.Key}@example.org", IsFictional: true)
        );

    /// <summary>Someone who chose not to show their name; known by rank.</summary>
    public Task<Guid> EnrolUnnamedAsync(int rank, DateTimeOffset at) =>
        journal.SendAsync(
            $"person:unnamed:{rank}",
            at,
            new Enrol.Command(Guid.Empty, $"Membre {rank}", Email: null, IsFictional: true)
        );

    /// <summary>Gives a persona their place in the space, or in the instance.</summary>
    public async Task PlaceAsync(PersonaNote persona, Guid space, DateTimeOffset at)
    {
        var person = journal[$"person:{persona.Key}"];
        if (persona.Role is { } role)
        {
            await JoinAsync(
                space,
                person,
                Enum.Parse<SpaceRole>(role, ignoreCase: true),
                (persona.Name, true),
                at
            );
        }

        if (persona.InstanceRole is { } instanceRole)
        {
            var body = persona.Body is { } key ? journal[$"body:{key}"] : (Guid?)null;
            var appointment = new Appoint.Command(
                person,
                person,
                Enum.Parse<InstanceRole>(instanceRole, ignoreCase: true),
                body
            );
            await journal.SendAsync($"appointment:{persona.Key}", at, appointment);
        }
    }
}
