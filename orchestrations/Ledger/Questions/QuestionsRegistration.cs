using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Ledger.Questions;

/// <summary>Registers questions and conversations.</summary>
public static class QuestionsRegistration
{
    /// <summary>Adds them. Needs the record store, the audit log and the cases from elsewhere.</summary>
    public static IServiceCollection AddQuestions(this IServiceCollection services)
    {
        services.TryAddSingleton<QuestionStore>();
        services.TryAddSingleton<Conversations>();
        return services;
    }
}
