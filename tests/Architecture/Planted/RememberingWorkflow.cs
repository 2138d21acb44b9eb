using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Architecture.Tests.Planted;

/// <summary>A planted violation: a workflow that remembers something outside of its history.</summary>
public sealed class RememberingWorkflow : Workflow<int, int>
{
    private int _times;

    public override Task<int> RunAsync(WorkflowContext context, int input) => Task.FromResult(input + _times++);
}
