using Deliberation.Web.Platform.Commands;
using Deliberation.Web.Platform.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Deliberation.Web.Features.Account;

/// <summary>
/// <c>forget-passkeys &lt;e-mail&gt;</c>: for who lost every passkey. Only whoever runs the machine can: a letter alone must
/// not be enough to replace what publishing rests on.
/// </summary>
internal sealed class ForgetPasskeys(DeliberationDb db) : ICommand
{
    public string Name => "forget-passkeys";

    public async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var known = args is [var email] ? Person.Normalize(email) : null;
        var person = await db.Set<Person>().FirstOrDefaultAsync(row => row.NormalizedEmail == known);
        if (known is null || person is null)
        {
            await output.WriteLineAsync("usage: forget-passkeys name@example.org (someone known here)");
            return 2;
        }

        var keys = await db.Set<IdentityUserPasskey<Guid>>()
            .Where(key => key.UserId == person.Id)
            .ToListAsync();
        db.RemoveRange(keys);
        await db.SaveChangesAsync();
        await output.WriteLineAsync($"{keys.Count} passkeys forgotten. Sign in by e-mail, then create one.");
        return 0;
    }
}
