using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Registers approvals: where they are asked for, decided and closed.</summary>
public static class ApprovalsRegistration
{
    /// <summary>Adds it. Needs the approval store, the cases, policy, the directory and the audit log from elsewhere.</summary>
    public static IServiceCollection AddApprovals(this IServiceCollection services)
    {
        services.TryAddSingleton<ApprovalEntitlement>();
        services.TryAddSingleton<ApprovalDecisions>();
        services.TryAddSingleton<ApprovalService>();
        services.TryAddSingleton<DelegationService>();
        services.TryAddSingleton<IDecisionStepUp, AlwaysStepUp>();
        services.TryAddSingleton<DecisionStepUp>();
        services.TryAddSingleton<ApprovalEndings>();
        services.TryAddSingleton<CardLimits>();
        services.TryAddSingleton<ApprovalNotices>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<INoticeSource, LimitedApprovalNotices>());
        services.TryAddSingleton<ApprovalBackgrounds>();
        services.TryAddSingleton<ApprovalNoticeFacts>();
        return services.AddActivity(RequestApproval.Reference).AddActivity(PrepareApprovalWait.Reference).AddActivity(CloseApproval.Reference).AddActivity(EscalateApproval.Reference);
    }
}
