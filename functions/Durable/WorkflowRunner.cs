using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask;

namespace HelpDesk.Functions.Durable;

/// <summary>Runs a workflow of the product inside an orchestrator function.</summary>
internal static class WorkflowRunner
{
    /// <summary>Runs it from the top, as on every replay.</summary>
    /// <returns>The result as the port's JSON; null when the workflow was continued as new.</returns>
    /// <exception cref="WorkflowFailedException">It failed. The message of a defect stays out of the history: it may quote ticket text.</exception>
    public static async Task<string?> RunAsync(WorkflowReference workflow, TaskOrchestrationContext durable)
    {
        try
        {
            var input = WorkflowInput.FromText(durable.GetInput<string>());
            var context = new DurableWorkflowContext(durable, input.StepsBefore, input.Trace, workflow.ShareOf(input.Json));
            try
            {
                var output = await workflow.RunAsync(context, input.Json);
                return context.GoOn() ? null : Payload.Require(output, $"{durable.InstanceId} result");
            }
            finally
            {
                context.End();
            }
        }
        catch (Exception fault)
        {
            throw new WorkflowFailedException(ErrorText.Of(fault));
        }
    }
}
