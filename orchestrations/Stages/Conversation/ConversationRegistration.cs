using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Conversation.Channels;
using HelpDesk.Orchestrations.Stages.Conversation.Questions;
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
        services.TryAddSingleton<RequesterTexts>();
        services.TryAddSingleton<PersonLinks>();
        services.TryAddSingleton<QuestionTexts>();
        services.TryAddSingleton<FeedbackTexts>();
        services.TryAddSingleton<ButtonTokens>();
        services.TryAddSingleton<ChannelPosts>();
        services.TryAddSingleton<ChannelCatchUp>();
        services.TryAddSingleton<ConversationService>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSource, NotMeNotices>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSource, PassLetters>());
        return services.AddActivity(TellNotMe.Reference).AddActivity(NotifyRequester.Reference);
    }

    /// <summary>
    /// Adds the remediation that notifies a manager on the ticket. Needs a directory that knows what a person holds (<see cref="IPersonHoldings"/>);
    /// a host that only lists remediations needs no ticket system.
    /// </summary>
    public static IServiceCollection AddManagerNotification(this IServiceCollection services)
    {
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IRemediation, NotifyManager>(static provider => new NotifyManager(
            provider.GetRequiredService<IDirectory>(), provider.GetRequiredService<IPersonHoldings>(), provider.GetRequiredService<ICaseTicket>)));
        return services;
    }
}
