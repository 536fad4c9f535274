using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Assemble.Spaces;
using Deliberation.Domain.Respond.Tracking;
using Deliberation.Web.Features.Account;

namespace Deliberation.Testing;

/// <summary>Builders that speak: the people, spaces and bodies a test starts from. One file per noun.</summary>
internal static partial class Given
{
    private static int count;

    public static async Task<Guid> PersonAsync(Product product, string name = "Samira")
    {
        var id = Guid.CreateVersion7();
        var email = $"{name.ToLowerInvariant()}.{Interlocked.Increment(ref count)}@example.org";
        var person = new Person
        {
            Id = id,
            Name = name,
            UserName = email,
            NormalizedUserName = email.ToUpperInvariant(),
            Email = email,
            NormalizedEmail = email.ToUpperInvariant(),
            EmailConfirmed = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
            CreatedAt = DateTimeOffset.UtcNow,
        };
        await product.KeepAsync(person);
        return id;
    }

    public static async Task<Space> SpaceAsync(Product product, string? slug = null)
    {
        var mandate = new Mandate("Quelle place donner aux usagers ?", "Le ministère", "Une association");
        var address = slug ?? $"comite-{Interlocked.Increment(ref count)}";
        var space = Space.Open(
            Guid.CreateVersion7(),
            address,
            SpaceKind.Committee,
            "Comité d’essai",
            mandate,
            DateTimeOffset.UtcNow
        );
        await product.KeepAsync(space);
        return space;
    }

    /// <summary>A new person with this role in the space.</summary>
    public static async Task<Guid> InSpaceAsync(
        Product product,
        Guid spaceId,
        SpaceRole role,
        string name = "Samira"
    )
    {
        var person = await PersonAsync(product, name);
        await product.KeepAsync(
            Deliberation.Domain.Assemble.Membership.Membership.Join(
                Guid.CreateVersion7(),
                spaceId,
                person,
                role,
                name,
                DateTimeOffset.UtcNow
            )
        );
        return person;
    }

    public static async Task<Body> BodyAsync(Product product, string? key = null)
    {
        var body = new Body(
            Guid.CreateVersion7(),
            key ?? $"organisme-{Interlocked.Increment(ref count)}",
            "Organisme d’essai",
            IsFictional: true
        );
        await product.KeepAsync(body);
        return body;
    }

    /// <summary>A new person with this role in the instance; an agent speaks for <paramref name="bodyId"/>.</summary>
    public static async Task<Guid> InInstanceAsync(Product product, InstanceRole role, Guid? bodyId = null)
    {
        var person = await PersonAsync(product, role.ToString());
        await product.KeepAsync(
            Appointment.Make(Guid.CreateVersion7(), person, role, bodyId, DateTimeOffset.UtcNow)
        );
        return person;
    }
}
