using HelpDesk.Orchestrations.Durable;

namespace HelpDesk.Orchestrations.Remediation.Steps;

/// <summary>Takes a temporary access back when its time is over.</summary>
public sealed class AccessExpiryWorkflow : Workflow<AccessExpiryInput, RemediationReceipt>
{
    /// <summary>How it is started.</summary>
    public static readonly WorkflowReference<AccessExpiryInput, RemediationReceipt> Reference = Named<AccessExpiryWorkflow>("access-expiry");

    // Access that should be gone is tried for a month before an operator sees it fail.
    private static readonly RetryPolicy Patient = new(10_000, TimeSpan.FromSeconds(5), MaxDelay: TimeSpan.FromHours(1), GiveUpAfter: TimeSpan.FromDays(30));

    /// <inheritdoc />
    public override async Task<RemediationReceipt> RunAsync(WorkflowContext context, AccessExpiryInput input)
    {
        context.SetStatus("Waiting for the access to expire");
        await context.SleepUntilAsync(input.ExpiresAt);
        return await context.CallAsync(UndoStep.Reference, new UndoStepInput(input.Step, input.StartedAt, "Its time is over."), Patient);
    }
}
