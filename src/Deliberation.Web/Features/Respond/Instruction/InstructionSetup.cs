using Deliberation.Web.Features.Account;
using Deliberation.Web.Platform.Ui;

namespace Deliberation.Web.Features.Respond.Instruction;

/// <summary>What answers on their way to publication need besides their pages.</summary>
internal static class InstructionSetup
{
    public static IServiceCollection AddInstruction(this IServiceCollection services)
    {
        services.AddScoped<Handling>();
        services.AddScoped<Publication>();
        services.AddScoped<AnswersUnderWay>();
        services.AddScoped<BulkAnswers>();
        services.AddScoped<IDeskEntry, InstructionDesk>();
        services.AddScoped<IPersonalData, InstructionData>();
        services.AddSingleton<PublicationRound>();
        services.AddHostedService(provider => provider.GetRequiredService<PublicationRound>());
        return services;
    }
}
