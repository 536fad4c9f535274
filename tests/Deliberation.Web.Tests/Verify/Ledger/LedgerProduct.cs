using Deliberation.Testing;
using Deliberation.Web.Features.Verify.Ledger;
using Deliberation.Web.Platform.Commands;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Answer = Deliberation.Web.Features.Respond.Tracking.Answer;

namespace Deliberation.Web.Tests.Verify.Ledger;

/// <summary>A product with a register of eight acts: five openings, three answers.</summary>
internal static class LedgerProduct
{
    public static async Task<FollowedOpinion> WithEightActsAsync(Product product)
    {
        var followed = await Given.FollowedOpinionAsync(product, propositions: 5);
        for (var number = 1; number <= 3; number++)
        {
            await product.SendAsync(
                new Answer.Command(followed.Agent, followed.Proposition(number), Given.Answer())
            );
        }

        return followed;
    }

    public static async Task<(int ExitCode, string Words)> VerifyAsync(Product product, params string[] args)
    {
        await using var scope = product.Services.CreateAsyncScope();
        var command = scope.ServiceProvider.GetServices<ICommand>().OfType<VerifyLedger>().Single();
        await using var words = new StringWriter();
        var exitCode = await command.RunAsync(args, words);
        return (exitCode, words.ToString());
    }

    /// <summary>What someone with the database in hand could do.</summary>
    public static Task<int> TamperAsync(Product product, string sql) =>
        product.ReadAsync(db => db.Database.ExecuteSqlRawAsync(sql));
}
