using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Operating;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Flows.Bulk.Running;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Registers bulk remediation.</summary>
public static class BulkRegistration
{
    /// <summary>Adds it. Needs cases, runbooks and policy, the record store, the audit log, a durable engine and <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddBulkFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<FrozenLists>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IApprovalScope, FrozenLists>(static provider => provider.GetRequiredService<FrozenLists>()));
        services.AddSingleton(new BackgroundWork(BulkCase.Is));
        services.TryAddSingleton<BulkRuns>();
        services.TryAddSingleton<BulkTargets>();
        services.TryAddSingleton<BulkRisks>();
        services.TryAddSingleton<BulkPolicy>();
        services.TryAddSingleton<BulkReader>();
        services.TryAddSingleton<BulkUndoReader>();
        services.TryAddSingleton<BulkListPlans>();
        services.TryAddSingleton<BulkStarter>();
        services.TryAddSingleton<BulkGroups>();
        services.TryAddSingleton<ApprovedLists>();
        services.TryAddSingleton<BulkFacts>();
        services.TryAddSingleton<BulkLineReader>();
        services.TryAddSingleton<BulkListFreezer>();
        services.TryAddSingleton<BulkRemaining>();
        services.TryAddSingleton<BulkUndoOffers>();
        services.TryAddSingleton<BulkUndoLines>();
        services.TryAddSingleton<BulkUndoService>();
        services.TryAddSingleton<BulkRunActions>();
        services.TryAddSingleton<BulkService>();
        return services
            .AddWorkflow(BulkWorkflow.Reference).AddWorkflow(BulkBatchWorkflow.Reference).AddWorkflow(BulkTargetWorkflow.Reference)
            .AddActivity(OpenBulk.Reference).AddActivity(ReadBulkPart.Reference).AddActivity(FreezeBulkList.Reference).AddActivity(PrepareBulkWait.Reference)
            .AddActivity(DecideBulk.Reference).AddActivity(BeginBulkWave.Reference).AddActivity(EndBulkWave.Reference).AddActivity(ReserveBulkBudget.Reference)
            .AddActivity(AdmitBulkTarget.Reference).AddActivity(EndBulkTarget.Reference).AddActivity(EndBulk.Reference);
    }
}
