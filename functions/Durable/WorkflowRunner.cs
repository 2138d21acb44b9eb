using HelpDesk.Orchestrations.Durable;
using Microsoft.DurableTask;

namespace HelpDesk.Functions.Durable;

/// <summary>Runs a workflow of the product inside an orchestrator function.</summary>
internal static class WorkflowRunner
{
    /// <summary>Runs it from the top, as on every replay.</summary>
    /// <returns>The result as the port's JSON; null when the workflow was continued as new.</returns>
    /// <exception cref="StepFailedException">It failed. The message of a defect stays out of the history: it may quote ticket text.</exception>
    public static async Task<string?> RunAsync(WorkflowReference workflow, TaskOrchestrationContext durable)
    {
        var (trace, json) = TracedPayload.Split(durable.GetInput<string>());
        var context = new DurableWorkflowContext(durable, trace);
        try
        {
            var output = await workflow.RunAsync(context, json);
            return context.IsContinuedAsNew ? null : DurableJson.RequirePayload(output, workflow.Name);
        }
        catch (Exception defect) when (defect is not StepFailedException)
        {
            throw new StepFailedException(workflow.Name, defect.GetType().Name, $"The workflow stopped by {defect.GetType().Name}.");
        }
    }
}
