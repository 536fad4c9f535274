using Deliberation.Domain.Assemble.Membership;
using Deliberation.Domain.Respond.Instruction;
using Deliberation.Web.Features.Respond.Instruction;

namespace Deliberation.Testing;

internal static partial class Given
{
    /// <summary>A followed opinion whose body has every answer read and signed, with a second agent to do it.</summary>
    public static async Task<(FollowedOpinion Followed, Guid Reader)> ChainAsync(
        Product product,
        int propositions = 3
    )
    {
        var followed = await FollowedOpinionAsync(product, propositions);
        var reader = await InInstanceAsync(product, InstanceRole.Agent, followed.Body.Id);
        var administrator = await InInstanceAsync(product, InstanceRole.Administrator);
        await product.SendAsync(new Chains.Command(administrator, followed.Body.Id, On: true));
        return (followed, reader);
    }

    /// <summary>An answer of the opinion's agent, on its way and as far as asked; the reader reads and signs.</summary>
    public static async Task<Guid> PreparedAnswerAsync(
        Product product,
        (FollowedOpinion Followed, Guid Reader) chain,
        int number,
        AnswerStage stage = AnswerStage.Prepared,
        DateOnly? effectiveOn = null
    )
    {
        var content = Answer() with { After = 0 };
        var id = await product.SendAsync(
            new Prepare.Command(chain.Followed.Agent, chain.Followed.Proposition(number), content)
        );
        if (stage is AnswerStage.Reviewed or AnswerStage.Signed or AnswerStage.Published)
        {
            await product.SendAsync(new Review.Command(new StepTaken(chain.Reader, id, 1)));
        }

        if (stage is AnswerStage.Signed or AnswerStage.Published)
        {
            await product.SendAsync(new Sign.Command(new StepTaken(chain.Reader, id, 2), effectiveOn));
        }

        return id;
    }
}
