using HelpDesk.Orchestrations.Flows.Actions;
using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Bulk.Reading;
using HelpDesk.Orchestrations.Flows.Bulk.Running;
using HelpDesk.Orchestrations.Flows.Notices;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Tickets.Answering;
using HelpDesk.Orchestrations.Flows.Tickets.Asking;
using HelpDesk.Orchestrations.Flows.Tickets.Channels;
using HelpDesk.Orchestrations.Flows.Tickets.Deciding;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.MultiAdminApprovals;
using HelpDesk.Orchestrations.Stages.Execution.Undo;
using HelpDesk.Orchestrations.Stages.Operations;
using HelpDesk.Orchestrations.Stages.Outcomes;
using HelpDesk.Orchestrations.Stages.Planning;
using HelpDesk.Orchestrations.Stages.Policy;
using HelpDesk.Orchestrations.Stages.Secrets;
using HelpDesk.Orchestrations.Stages.Understanding;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace HelpDesk.Functions.Durable;

/// <summary>One function per activity of the product, under the name that is in histories. A test compares the lists.</summary>
public sealed class ActivityFunctions(ActivityRunner activities)
{
    [Function("admit-bulk-target")]
    public Task<ActivityReply> AdmitBulkTargetAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(AdmitBulkTarget.Reference, request, client, cancellation);

    [Function("ask-question")]
    public Task<ActivityReply> AskQuestionAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(AskQuestion.Reference, request, client, cancellation);

    [Function("offer-answer")]
    public Task<ActivityReply> OfferAnswerAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OfferAnswer.Reference, request, client, cancellation);

    [Function("begin-bulk-wave")]
    public Task<ActivityReply> BeginBulkWaveAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(BeginBulkWave.Reference, request, client, cancellation);

    [Function("claim-complaint")]
    public Task<ActivityReply> ClaimComplaintAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ClaimComplaint.Reference, request, client, cancellation);

    [Function("close-approval")]
    public Task<ActivityReply> CloseApprovalAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(CloseApproval.Reference, request, client, cancellation);

    [Function("close-hand-over")]
    public Task<ActivityReply> CloseHandOverAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(CloseHandOver.Reference, request, client, cancellation);

    [Function("close-action")]
    public Task<ActivityReply> CloseActionAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(CloseAction.Reference, request, client, cancellation);

    [Function("close-undo")]
    public Task<ActivityReply> CloseUndoAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(CloseUndo.Reference, request, client, cancellation);

    [Function("decide-bulk")]
    public Task<ActivityReply> DecideBulkAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(DecideBulk.Reference, request, client, cancellation);

    [Function("decide-policy")]
    public Task<ActivityReply> DecidePolicyAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(DecidePolicy.Reference, request, client, cancellation);

    [Function("end-instance")]
    public Task<ActivityReply> EndInstanceAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndInstance.Reference, request, client, cancellation);

    [Function("end-bulk")]
    public Task<ActivityReply> EndBulkAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndBulk.Reference, request, client, cancellation);

    [Function("end-bulk-target")]
    public Task<ActivityReply> EndBulkTargetAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndBulkTarget.Reference, request, client, cancellation);

    [Function("end-bulk-wave")]
    public Task<ActivityReply> EndBulkWaveAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndBulkWave.Reference, request, client, cancellation);

    [Function("end-question")]
    public Task<ActivityReply> EndQuestionAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndQuestion.Reference, request, client, cancellation);

    [Function("enrich-case")]
    public Task<ActivityReply> EnrichCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EnrichCase.Reference, request, client, cancellation);

    [Function("escalate-case")]
    public Task<ActivityReply> EscalateCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EscalateCase.Reference, request, client, cancellation);

    [Function("escalate-approval")]
    public Task<ActivityReply> EscalateApprovalAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EscalateApproval.Reference, request, client, cancellation);

    [Function("execute-step")]
    public Task<ActivityReply> ExecuteStepAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ExecuteStep.Reference, request, client, cancellation);

    [Function("fetch-channel-messages")]
    public Task<ActivityReply> FetchChannelAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(FetchChannel.Reference, request, client, cancellation);

    [Function("show-decision-in-chats")]
    public Task<ActivityReply> ShowDecisionAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ShowDecision.Reference, request, client, cancellation);

    [Function("freeze-bulk-list")]
    public Task<ActivityReply> FreezeBulkListAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(FreezeBulkList.Reference, request, client, cancellation);

    [Function("plan-sign-out")]
    public Task<ActivityReply> PlanSignOutAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PlanSignOut.Reference, request, client, cancellation);

    [Function("read-given")]
    public Task<ActivityReply> ReadGivenAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReadGiven.Reference, request, client, cancellation);

    [Function("read-joined")]
    public Task<ActivityReply> ReadJoinedAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReadJoined.Reference, request, client, cancellation);

    [Function("read-outcome")]
    public Task<ActivityReply> ReadOutcomeAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReadOutcome.Reference, request, client, cancellation);

    [Function("read-ticket-change")]
    public Task<ActivityReply> ReadTicketChangeAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReadTicketChange.Reference, request, client, cancellation);

    [Function("prepare-approval-wait")]
    public Task<ActivityReply> PrepareApprovalWaitAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PrepareApprovalWait.Reference, request, client, cancellation);

    [Function("prepare-hand-over-wait")]
    public Task<ActivityReply> PrepareHandOverWaitAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PrepareHandOverWait.Reference, request, client, cancellation);

    [Function("get-instance-status")]
    public Task<ActivityReply> GetInstanceStatusAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(GetInstanceStatus.Reference, request, client, cancellation);

    [Function("prepare-bulk-wait")]
    public Task<ActivityReply> PrepareBulkWaitAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PrepareBulkWait.Reference, request, client, cancellation);

    [Function("make-plan")]
    public Task<ActivityReply> MakePlanAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(MakePlan.Reference, request, client, cancellation);

    [Function("plan-again")]
    public Task<ActivityReply> PlanAgainAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PlanAgain.Reference, request, client, cancellation);

    [Function("plan-containment")]
    public Task<ActivityReply> PlanContainmentAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PlanContainment.Reference, request, client, cancellation);

    [Function("make-action")]
    public Task<ActivityReply> MakeActionAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(MakeAction.Reference, request, client, cancellation);

    [Function("make-undo")]
    public Task<ActivityReply> MakeUndoAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(MakeUndo.Reference, request, client, cancellation);

    [Function("open-case")]
    public Task<ActivityReply> OpenCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OpenCase.Reference, request, client, cancellation);

    [Function("remind-question")]
    public Task<ActivityReply> RemindQuestionAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(RemindQuestion.Reference, request, client, cancellation);

    [Function("request-approval")]
    public Task<ActivityReply> RequestApprovalAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(RequestApproval.Reference, request, client, cancellation);

    [Function("open-hand-over")]
    public Task<ActivityReply> OpenHandOverAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OpenHandOver.Reference, request, client, cancellation);

    [Function("open-bulk")]
    public Task<ActivityReply> OpenBulkAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OpenBulk.Reference, request, client, cancellation);

    [Function("resume-after-approval")]
    public Task<ActivityReply> ResumeAfterApprovalAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ResumeAfterApproval.Reference, request, client, cancellation);

    [Function("list-channels")]
    public Task<ActivityReply> ListChannelsAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ListChannels.Reference, request, client, cancellation);

    [Function("post-notice")]
    public Task<ActivityReply> PostNoticeAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PostNotice.Reference, request, client, cancellation);

    [Function("prepare-question-wait")]
    public Task<ActivityReply> PrepareQuestionWaitAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PrepareQuestionWait.Reference, request, client, cancellation);

    [Function("read-bulk-part")]
    public Task<ActivityReply> ReadBulkPartAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReadBulkPart.Reference, request, client, cancellation);

    [Function("reserve-bulk-budget")]
    public Task<ActivityReply> ReserveBulkBudgetAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReserveBulkBudget.Reference, request, client, cancellation);

    [Function("resolve-case")]
    public Task<ActivityReply> ResolveCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ResolveCase.Reference, request, client, cancellation);

    [Function("schedule-expiry")]
    public Task<ActivityReply> ScheduleExpiryAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ScheduleExpiry.Reference, request, client, cancellation);

    [Function("step-gave-up")]
    public Task<ActivityReply> StepGaveUpAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(StepGaveUp.Reference, request, client, cancellation);

    [Function("notify-requester")]
    public Task<ActivityReply> NotifyRequesterAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(NotifyRequester.Reference, request, client, cancellation);

    [Function("take-in-channel-message")]
    public Task<ActivityReply> TakeInChannelMessageAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(TakeInChannelMessage.Reference, request, client, cancellation);

    [Function("tell-not-me")]
    public Task<ActivityReply> TellNotMeAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(TellNotMe.Reference, request, client, cancellation);

    [Function("triage-ticket")]
    public Task<ActivityReply> TriageTicketAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(TriageTicket.Reference, request, client, cancellation);

    [Function("undo-step")]
    public Task<ActivityReply> UndoStepAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(UndoStep.Reference, request, client, cancellation);

    [Function("verify-step")]
    public Task<ActivityReply> VerifyStepAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(VerifyStep.Reference, request, client, cancellation);

    [Function("verify-undo")]
    public Task<ActivityReply> VerifyUndoAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(VerifyUndo.Reference, request, client, cancellation);

    [Function("void-secrets")]
    public Task<ActivityReply> VoidSecretsAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(VoidSecrets.Reference, request, client, cancellation);
}
