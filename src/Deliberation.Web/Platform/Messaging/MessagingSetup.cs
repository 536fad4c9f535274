using MediatR;

namespace Deliberation.Web.Platform.Messaging;

/// <summary>Registers the mediator and, by one scan of this assembly, everyone who answers or reacts.</summary>
internal static class MessagingSetup
{
    public static IServiceCollection AddMessaging(this IServiceCollection services)
    {
        services.AddTransient<ServiceFactory>(provider => provider.GetRequiredService);
        services.AddTransient<IMediator, Mediator>();
        foreach (var (contract, handler) in Handlers())
        {
            services.AddTransient(contract, handler);
        }

        services.AddSingleton(
            new ReactionTypes([.. Handlers().Select(pair => pair.Contract).SelectMany(EventTypes)])
        );
        services.AddSingleton<EventTeller>();
        services.AddScoped<EventOutbox>();
        services.AddHostedService<EventSweeper>();
        services.AddSingleton<EventBell>();
        services.AddHostedService<EventListener>();
        return services;
    }

    private static bool IsTold(Type shape) => shape == typeof(Happened<>) || shape == typeof(Heard<>);

    private static IEnumerable<(Type Contract, Type Handler)> Handlers() =>
        from handler in typeof(MessagingSetup).Assembly.GetTypes()
        where handler is { IsAbstract: false, IsGenericTypeDefinition: false }
        from contract in handler.GetInterfaces()
        where contract.IsGenericType
        let shape = contract.GetGenericTypeDefinition()
        where shape == typeof(IRequestHandler<,>) || shape == typeof(INotificationHandler<>)
        select (contract, handler);

    private static IEnumerable<Type> EventTypes(Type contract)
    {
        var message = contract.GetGenericArguments()[0];
        return message.IsGenericType && IsTold(message.GetGenericTypeDefinition())
            ? message.GetGenericArguments()
            : [];
    }
}

/// <summary>The kinds of event that at least one reaction listens to; the others need not be kept to be told.</summary>
internal sealed class ReactionTypes(IEnumerable<Type> types)
{
    private readonly HashSet<Type> types = [.. types];

    public bool Contains(Type type) => types.Contains(type);
}
