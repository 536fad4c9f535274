namespace Deliberation.Domain.Assemble.Spaces;

/// <summary>One step of a space's calendar; both days are included, and either may be unknown.</summary>
public sealed record Phase(int Position, string Title, DateOnly? From, DateOnly? To)
{
    public bool IsRunningOn(DateOnly day) => From is not null && From <= day && (To is null || day <= To);
}
