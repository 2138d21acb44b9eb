using System.Globalization;
using HelpDesk.Orchestrations.Domain.Notifications;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Orchestrations.Flows.Steps;

/// <summary>The workflow's wait until a secret is collected.</summary>
internal static class HandOverStage
{
    /// <summary>Opens the hand-over of a step and waits until it is collected, withdrawn or its time is over.</summary>
    public static async Task<HandOverStatus> RunAsync(WorkflowContext context, OpenHandOver.Input input)
    {
        var opened = await context.CallAsync(OpenHandOver.Reference, input, RetryPolicy.Vendor);
        NoticeWorkflow.Begin(context, new NoticeReference(input.Plan.CaseId, NoticeKind.HandOver, new PersonId(opened.HandOverId)));
        if (opened.TellsPerson)
            NoticeWorkflow.Begin(context, new NoticeReference(input.Plan.CaseId, NoticeKind.PassApproved, new PersonId(opened.HandOverId)));
        context.SetStatus("Waiting for collection");

        for (var waits = 1; ; waits++)
        {
            var next = string.Create(CultureInfo.InvariantCulture, $"hand-over-{opened.HandOverId}-{waits}");
            var look = await context.CallAsync(PrepareHandOverWait.Reference, new PrepareHandOverWait.Input(input.Plan.CaseId, opened.HandOverId, next) { ReadsTicket = waits > 1 }, RetryPolicy.Vendor);
            if (look.State is HandOverState.Collected or HandOverState.Withdrawn || look.PersonWanted || look.Stop is not null || context.UtcNow >= opened.ExpiresAt)
            {
                var closed = await context.CallAsync(CloseHandOver.Reference, new CloseHandOver.Input(input.Plan.CaseId, opened.HandOverId), RetryPolicy.Vendor);
                if (opened.TellsPerson && closed.State == HandOverState.Collected)
                    NoticeWorkflow.Begin(context, new NoticeReference(input.Plan.CaseId, NoticeKind.PassCollected, new PersonId(opened.HandOverId)));
                return closed with { Stop = look.Stop };
            }

            await context.WaitForEventAsync<Unit>(next, opened.ExpiresAt);
        }
    }
}
