using Deliberation.Domain.Respond.Instruction;

namespace Deliberation.Domain.Respond.Tracking;

/// <summary>An institution that answers: a ministry's delegation, an agency, the health insurance.</summary>
/// <param name="Id">Its identity.</param>
/// <param name="Key">Its short public name, in lower case: <c>dns</c>.</param>
/// <param name="Name">Its full name.</param>
/// <param name="IsFictional">True for the bodies of the worked example.</param>
public sealed record Body(Guid Id, string Key, string Name, bool IsFictional)
{
    /// <summary>Are its answers read and signed by someone other than who wrote them, before they are published?</summary>
    public bool HasChain { get; private set; }

    /// <summary>From now on its answers are read and signed first.</summary>
    /// <param name="agents">How many agents it has in post.</param>
    /// <exception cref="RuleBroken">One person alone cannot be read by another.</exception>
    public void TurnChainOn(int agents)
    {
        if (agents < 2)
        {
            throw new RuleBroken(InstructionRules.AChainTakesTwoPersons);
        }

        HasChain = true;
    }

    /// <summary>From now on its agents publish at once; what is on its way goes on.</summary>
    public void TurnChainOff() => HasChain = false;
}
