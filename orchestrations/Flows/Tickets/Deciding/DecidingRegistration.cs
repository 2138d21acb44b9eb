using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Approvals;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace HelpDesk.Orchestrations.Flows.Tickets.Deciding;

/// <summary>Registers decisions in chats.</summary>
public static class DecidingRegistration
{
    /// <summary>Adds them. Needs the approvals, the notices and the flow of a ticket from elsewhere.</summary>
    public static IServiceCollection AddDecidingInChats(this IServiceCollection services, IConfiguration settings)
    {
        services.AddOptions<ApproverChatOptions>().Configure(options => Read(settings, options)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ApproverChatOptions>, ApproverChatOptionsValidator>());
        services.TryAddSingleton<ApprovalButtons>();
        services.TryAddSingleton<ApproverMessage>();
        services.TryAddSingleton<ApproverRecipients>();
        services.TryAddSingleton<AskingTimes>();
        services.TryAddSingleton<ApproverQuestions>();
        services.TryAddSingleton<ApproverDelegation>();
        services.TryAddSingleton<ApproverActs>();
        services.TryAddSingleton<ApproverPresses>();
        services.TryAddSingleton<DecisionPages>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeChannel, ApproverChats>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IApprovalEnds, DecisionSignal>());
        return services.AddWorkflow(ShowDecisionWorkflow.Reference).AddActivity(ShowDecision.Reference);
    }

    // A text that is not of its kind becomes zero, or neither true nor false, which the validator names.
    private static void Read(IConfiguration settings, ApproverChatOptions options)
    {
        if (settings[$"{ApproverChatOptions.Section}:InChats"] is { Length: > 0 } chats)
            options.InChats = bool.TryParse(chats, out var isOn) ? isOn : null;
        if (settings[$"{ApproverChatOptions.Section}:MostInChats"] is { Length: > 0 } most)
            options.MostInChats = int.TryParse(most, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
