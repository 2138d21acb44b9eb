using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests.Harness;

/// <summary>A workflow whose code is given by the test.</summary>
public sealed class ScriptedWorkflow<TIn, TOut>(Func<WorkflowContext, TIn, Task<TOut>> script) : Workflow<TIn, TOut>
{
    public override Task<TOut> RunAsync(WorkflowContext context, TIn input) => script(context, input);
}
