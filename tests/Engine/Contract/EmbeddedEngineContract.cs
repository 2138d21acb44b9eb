using HelpDesk.Contract;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests.Contract;

/// <summary>The contract, kept by the embedded engine; every turn is a replay, as if each had another process.</summary>
public sealed class EmbeddedEngineContract : EngineContract
{
    protected override Task<IContractEngine> NewEngineAsync(IReadOnlyList<WorkflowReference> workflows, IReadOnlyList<ActivityReference> activities) =>
        Task.FromResult<IContractEngine>(new EmbeddedContractEngine(World, workflows, activities));
}
