using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Notices;

/// <summary>Registers how notices reach their channels.</summary>
public static class NoticesRegistration
{
    /// <summary>Adds it. Needs the channels, what builds notices, the record store, the cases and the audit log from elsewhere.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.TryAddSingleton<NoticeReceipts>();
        services.TryAddSingleton<ChannelOutboxes>();
        services.TryAddSingleton<UndeliveredNotices>();
        return services.AddWorkflow(NoticeWorkflow.Reference).AddActivity(ListChannels.Reference).AddActivity(PostNotice.Reference);
    }
}
