using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>Registers mass remediation.</summary>
public static class MassRegistration
{
    /// <summary>Adds it. Needs cases, runbooks and policy, the record store, the audit log, a durable engine and <c>TimeProvider</c>.</summary>
    public static IServiceCollection AddBulkFlow(this IServiceCollection services)
    {
        services.TryAddSingleton<FrozenLists>();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IApprovalScope, FrozenLists>(static provider => provider.GetRequiredService<FrozenLists>()));
        services.AddSingleton(new BackgroundWork(MassCase.Is));
        services.TryAddSingleton<MassRuns>();
        services.TryAddSingleton<MassTargets>();
        services.TryAddSingleton<MassRisks>();
        services.TryAddSingleton<MassPolicy>();
        services.TryAddSingleton<MassReader>();
        services.TryAddSingleton<MassUndoReader>();
        services.TryAddSingleton<MassListPlans>();
        services.TryAddSingleton<MassStarter>();
        services.TryAddSingleton<MassGroups>();
        services.TryAddSingleton<MassUndoDesk>();
        services.TryAddSingleton<MassDesk>();
        return services
            .AddWorkflow(MassWorkflow.Reference).AddWorkflow(MassBatchWorkflow.Reference).AddWorkflow(MassTargetWorkflow.Reference)
            .AddActivity(OpenMass.Reference).AddActivity(ReadMassPart.Reference).AddActivity(FreezeMassList.Reference).AddActivity(LookAtMass.Reference)
            .AddActivity(DecideMass.Reference).AddActivity(BeginMassWave.Reference).AddActivity(EndMassWave.Reference).AddActivity(ReserveMassBudget.Reference)
            .AddActivity(AdmitMassTarget.Reference).AddActivity(EndMassTarget.Reference).AddActivity(EndMass.Reference);
    }
}
