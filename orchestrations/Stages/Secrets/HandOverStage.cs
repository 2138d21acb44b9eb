using System.Globalization;
using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>The workflow's wait for somebody who hands a secret over.</summary>
internal static class HandOverStage
{
    /// <summary>Opens the hand-over of a step and waits until it is collected, withdrawn or its time is over.</summary>
    public static async Task<HandOverStatus> RunAsync(WorkflowContext context, OpenHandOver.Input input)
    {
        var opened = await context.CallAsync(OpenHandOver.Reference, input, RetryPolicy.Vendor);
        _ = context.CallAsync(PostHandOverCard.Reference, new PostHandOverCard.Input(input.Plan.CaseId, opened.HandOverId), RetryPolicy.Vendor);
        context.SetStatus("Waiting for a hand-over");

        for (var waits = 1; ; waits++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"hand-over-{opened.HandOverId}-{waits}");
            var look = await context.CallAsync(PrepareHandOverWait.Reference, new PrepareHandOverWait.Input(input.Plan.CaseId, opened.HandOverId, next), RetryPolicy.Vendor);
            if (look.State is HandOverState.Collected or HandOverState.Withdrawn || look.PersonWanted || context.UtcNow >= opened.ExpiresAt)
                return await context.CallAsync(CloseHandOver.Reference, new CloseHandOver.Input(input.Plan.CaseId, opened.HandOverId), RetryPolicy.Vendor);
            await context.WaitForEventAsync<Unit>(next, opened.ExpiresAt);
        }
    }
}

/// <summary>What a hand-over looked like.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="PersonWanted">True when somebody asked for a person.</param>
public sealed record HandOverStatus(HandOverState State, bool PersonWanted);
