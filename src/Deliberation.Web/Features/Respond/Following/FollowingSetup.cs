namespace Deliberation.Web.Features.Respond.Following;

/// <summary>What letters about answers need besides their pages.</summary>
internal static class FollowingSetup
{
    public static IServiceCollection AddFollowing(this IServiceCollection services)
    {
        services.AddSingleton<SubscriptionSeal>();
        services.AddScoped<FollowedNames>();
        services.AddScoped<AnswerLetters>();
        services.AddScoped<AuthorNews>();
        services.AddSingleton<SubscriptionRound>();
        services.AddHostedService(provider => provider.GetRequiredService<SubscriptionRound>());
        return services;
    }
}
