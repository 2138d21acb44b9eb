using HelpDesk.Contract;
using HelpDesk.Orchestrations.Durable;

namespace HelpDesk.Functions.Tests.Durable;

/// <summary>The contract, kept over the real Durable Task SDK: client and worker over gRPC, an in-memory backend behind them.</summary>
public sealed class DurableSdkContract : EngineContract
{
    protected override async Task<IContractEngine> NewEngineAsync(IReadOnlyList<WorkflowReference> workflows, IReadOnlyList<ActivityReference> activities) =>
        await SdkContractEngine.CreateAsync(World, workflows, activities);
}
