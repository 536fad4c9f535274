using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Deliberate.Drafting;
using Deliberation.Testing;
using Deliberation.Web.Features.Deliberate.Drafting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Deliberation.Web.Tests.Deliberate.Drafting.Live;

/// <summary>A space with one live text, where people come in.</summary>
internal sealed class WritingRoom(Product product, Guid spaceId, Document document)
{
    public Guid SpaceId => spaceId;

    public Document Document => document;

    public List<Guid> People { get; } = [];

    public static async Task<WritingRoom> OpenAsync(Product product)
    {
        var space = await Given.SpaceAsync(product);
        return new WritingRoom(product, space.Id, await Given.DocumentAsync(product, space.Id));
    }

    public async Task<LivePage> PageAsync(SpaceRole role, string name = "Samira") =>
        await Given.LivePageAsync(product, document.Id, await WelcomeAsync(role, name));

    /// <summary>Someone new in the space.</summary>
    public async Task<Guid> WelcomeAsync(SpaceRole role = SpaceRole.Member, string name = "Samira")
    {
        var person = await Given.InSpaceAsync(product, spaceId, role, name);
        People.Add(person);
        return person;
    }

    public Task<List<ChangeRow>> ChangesAsync() =>
        product.ReadAsync(db =>
            db.Set<ChangeRow>()
                .Where(change => change.DocumentId == document.Id)
                .OrderBy(change => change.Version)
                .ToListAsync()
        );

    public async Task<string> TextAsync(int version = int.MaxValue)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var text = await scope
            .ServiceProvider.GetRequiredService<DocumentLog>()
            .TextAsync(document.Id, CancellationToken.None, version);
        return text.Text;
    }
}
