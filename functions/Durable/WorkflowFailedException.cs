using System.Text.Json;
using HelpDesk.Orchestrations.Foundation.Durable;
using Microsoft.DurableTask;

namespace HelpDesk.Functions.Durable;

/// <summary>
/// How a failed workflow leaves its orchestrator function. Of an exception Durable keeps type and message only, so the message is the
/// port's failure as JSON.
/// </summary>
internal sealed class WorkflowFailedException(StepFailure failure) : Exception(failure.ToJson())
{
    /// <summary>The port's failure in what Durable kept; of a failure that is not the workflow's own, type and message.</summary>
    public static StepFailure FailureIn(TaskFailureDetails details)
    {
        // Source: Durable writes the full name of the exception's type.
        var type = details.ErrorType[(details.ErrorType.LastIndexOf('.') + 1)..];
        if (type != nameof(WorkflowFailedException))
            return new StepFailure(type, $"{type}: {details.ErrorMessage}", IsRetryable: false);
        try
        {
            return StepFailure.FromJson(details.ErrorMessage);
        }
        catch (JsonException)
        {
            return new StepFailure(type, details.ErrorMessage, IsRetryable: false);
        }
    }
}
