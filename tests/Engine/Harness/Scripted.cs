using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Engine.Tests.Harness;

public static class Scripted
{
    public static WorkflowReference<string, string> Workflow(string name, Func<WorkflowContext, string, Task<string>> script) =>
        new(name, () => new ScriptedWorkflow<string, string>(script));
}
