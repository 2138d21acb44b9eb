using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Conversation;

/// <summary>Registers what is said to the requester.</summary>
public static class ConversationRegistration
{
    /// <summary>Adds it. Needs the cases and the rulebook from elsewhere.</summary>
    public static IServiceCollection AddConversation(this IServiceCollection services)
    {
        services.TryAddSingleton<RequesterMessage>();
        services.TryAddSingleton<DoneForRequester>();
        services.TryAddSingleton<PersonLinks>();
        return services.AddActivity(NotifyRequester.Reference);
    }
}
