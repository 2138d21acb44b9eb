using HelpDesk.Orchestrations.Flows.Bulk;
using HelpDesk.Orchestrations.Flows.Steps;
using HelpDesk.Orchestrations.Flows.Tickets;
using HelpDesk.Orchestrations.Flows.Undo;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Conversation;
using HelpDesk.Orchestrations.Stages.Execution;
using HelpDesk.Orchestrations.Stages.Execution.SecondGates;
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

/// <summary>One function per activity of the product, under the name that stands in histories. A test compares the lists.</summary>
public sealed class ActivityFunctions(ActivityRunner activities)
{
    [Function("admit-mass-target")]
    public Task<ActivityReply> AdmitMassTargetAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(AdmitMassTarget.Reference, request, client, cancellation);

    [Function("begin-mass-wave")]
    public Task<ActivityReply> BeginMassWaveAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(BeginMassWave.Reference, request, client, cancellation);

    [Function("close-gate")]
    public Task<ActivityReply> CloseGateAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(CloseGate.Reference, request, client, cancellation);

    [Function("close-hand-over")]
    public Task<ActivityReply> CloseHandOverAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(CloseHandOver.Reference, request, client, cancellation);

    [Function("close-undo")]
    public Task<ActivityReply> CloseUndoAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(CloseUndo.Reference, request, client, cancellation);

    [Function("decide-mass")]
    public Task<ActivityReply> DecideMassAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(DecideMass.Reference, request, client, cancellation);

    [Function("decide-policy")]
    public Task<ActivityReply> DecidePolicyAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(DecidePolicy.Reference, request, client, cancellation);

    [Function("end-instance")]
    public Task<ActivityReply> EndInstanceAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndInstance.Reference, request, client, cancellation);

    [Function("end-mass")]
    public Task<ActivityReply> EndMassAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndMass.Reference, request, client, cancellation);

    [Function("end-mass-target")]
    public Task<ActivityReply> EndMassTargetAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndMassTarget.Reference, request, client, cancellation);

    [Function("end-mass-wave")]
    public Task<ActivityReply> EndMassWaveAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EndMassWave.Reference, request, client, cancellation);

    [Function("enrich-case")]
    public Task<ActivityReply> EnrichCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EnrichCase.Reference, request, client, cancellation);

    [Function("escalate-case")]
    public Task<ActivityReply> EscalateCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(EscalateCase.Reference, request, client, cancellation);

    [Function("execute-step")]
    public Task<ActivityReply> ExecuteStepAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ExecuteStep.Reference, request, client, cancellation);

    [Function("freeze-mass-list")]
    public Task<ActivityReply> FreezeMassListAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(FreezeMassList.Reference, request, client, cancellation);

    [Function("look-at-change")]
    public Task<ActivityReply> LookAtChangeAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(LookAtChange.Reference, request, client, cancellation);

    [Function("look-at-gate")]
    public Task<ActivityReply> LookAtGateAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(LookAtGate.Reference, request, client, cancellation);

    [Function("look-at-hand-over")]
    public Task<ActivityReply> LookAtHandOverAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(LookAtHandOver.Reference, request, client, cancellation);

    [Function("look-at-instance")]
    public Task<ActivityReply> LookAtInstanceAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(LookAtInstance.Reference, request, client, cancellation);

    [Function("look-at-mass")]
    public Task<ActivityReply> LookAtMassAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(LookAtMass.Reference, request, client, cancellation);

    [Function("make-plan")]
    public Task<ActivityReply> MakePlanAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(MakePlan.Reference, request, client, cancellation);

    [Function("make-undo")]
    public Task<ActivityReply> MakeUndoAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(MakeUndo.Reference, request, client, cancellation);

    [Function("open-case")]
    public Task<ActivityReply> OpenCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OpenCase.Reference, request, client, cancellation);

    [Function("open-gate")]
    public Task<ActivityReply> OpenGateAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OpenGate.Reference, request, client, cancellation);

    [Function("open-hand-over")]
    public Task<ActivityReply> OpenHandOverAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OpenHandOver.Reference, request, client, cancellation);

    [Function("open-mass")]
    public Task<ActivityReply> OpenMassAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(OpenMass.Reference, request, client, cancellation);

    [Function("pass-second-gate")]
    public Task<ActivityReply> PassSecondGateAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PassSecondGate.Reference, request, client, cancellation);

    [Function("post-gate-card")]
    public Task<ActivityReply> PostGateCardAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PostGateCard.Reference, request, client, cancellation);

    [Function("post-hand-over-card")]
    public Task<ActivityReply> PostHandOverCardAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(PostHandOverCard.Reference, request, client, cancellation);

    [Function("read-mass-part")]
    public Task<ActivityReply> ReadMassPartAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReadMassPart.Reference, request, client, cancellation);

    [Function("reserve-mass-budget")]
    public Task<ActivityReply> ReserveMassBudgetAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ReserveMassBudget.Reference, request, client, cancellation);

    [Function("resolve-case")]
    public Task<ActivityReply> ResolveCaseAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ResolveCase.Reference, request, client, cancellation);

    [Function("schedule-expiry")]
    public Task<ActivityReply> ScheduleExpiryAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(ScheduleExpiry.Reference, request, client, cancellation);

    [Function("step-gave-up")]
    public Task<ActivityReply> StepGaveUpAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(StepGaveUp.Reference, request, client, cancellation);

    [Function("tell-requester")]
    public Task<ActivityReply> TellRequesterAsync([ActivityTrigger] ActivityRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        activities.RunAsync(TellRequester.Reference, request, client, cancellation);

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
}
