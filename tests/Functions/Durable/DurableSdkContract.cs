using HelpDesk.Contract;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Functions.Tests.Durable;

/// <summary>The contract, kept over the real Durable Task SDK: client and worker over gRPC, an in-memory backend behind them.</summary>
public sealed class DurableSdkContract : EngineContract
{
    // Source: microsoft/durabletask-dotnet; 0.2.3-preview.1 was built from 28d93770, a day before 9842ef51 repaired it. Take both away with the next version.
    private const string LosesEvents =
        "The in-process test host 0.2.3-preview.1 drops what an orchestration sends to itself in the turn in which it continues as new; repaired upstream (#708), not yet published.";

    [Fact(Skip = LosesEvents)]
    public override Task ContinueAsNew_WithEventsNobodyTook_KeepsThemInTheirOrder() => base.ContinueAsNew_WithEventsNobodyTook_KeepsThemInTheirOrder();

    [Fact(Skip = LosesEvents)]
    public override Task ContinueAsNew_AfterAWaitThatTimedOut_KeepsTheLateEvent() => base.ContinueAsNew_AfterAWaitThatTimedOut_KeepsTheLateEvent();

    protected override async Task<IContractEngine> NewEngineAsync(IReadOnlyList<WorkflowReference> workflows, IReadOnlyList<ActivityReference> activities) =>
        await SdkContractEngine.CreateAsync(World, workflows, activities);
}
