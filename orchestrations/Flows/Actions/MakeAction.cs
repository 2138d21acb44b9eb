using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Planning;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>
/// Opens the case of a step that an operator has done and makes its plan, with ticket, requester and triage as they are signed in the case on whose page
/// it was pressed. Its entry is signed and names that case: no other plan runs in this one.
/// </summary>
public sealed class MakeAction(ActionBasis basis, StepOffers offers, ActionRequests requests, CaseContext contexts, SignedResults results, CaseStore caseStore)
    : SignedActivity<ActionRequest, MakeAction.Result, Plan>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<ActionRequest, Result> Reference = Named<MakeAction>("make-action");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, ActionRequest input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Planned);

    /// <inheritdoc />
    protected override async Task OpenAsync(ActivityContext context, ActionRequest input)
    {
        var origin = await caseStore.FindAsync(input.OriginCaseId, context.Cancellation) ?? throw new InvalidOperationException($"There is no case '{input.OriginCaseId}'.");
        await ActionService.OpenAsync(caseStore, input, origin, context.Cancellation);
    }

    /// <inheritdoc />
    protected override async Task<(Result Result, Plan? Stored)> MakeAsync(ActivityContext context, ActionRequest input)
    {
        var cancellation = context.Cancellation;
        if (await requests.WhyNotAsync(input, cancellation) is { } notAsked)
            return (Result.None(notAsked), null);
        // The case may have ended since the press, and the device may have another owner.
        var ground = await basis.ReadAsync(input.OriginCaseId, cancellation);
        if (ground.Basis is not { } signed)
            return (Result.None(ground.WhyNot!), null);
        if (await basis.WhyStoppedAsync(input.CaseId, cancellation) is { } stopped)
            return (Result.None(stopped), null);
        var (plan, why) = await offers.PlanAsync(input, signed, cancellation);
        return plan is null
            ? (Result.None(why!), null)
            : (new Result(PlanReference.To(plan, await contexts.PutAsync(input.CaseId, "plan", plan, cancellation)), signed.Triage, signed.Ticket, signed.Requester, null), plan);
    }

    /// <inheritdoc />
    protected override async Task<Plan?> LoadAsync(Result result, CancellationToken cancellation) =>
        result.Plan is { } reference ? await contexts.GetAsync<Plan>(reference.Context, cancellation) : null;

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, ActionRequest input, Result result, Plan? stored) => await caseStore.UpdateAsync(
        input.CaseId,
        record => record with
        {
            Plan = result.Plan?.Context,
            Reason = result.NoPlan,
            Doing = "Weighing the step against policy",
            Steps = [.. (stored?.Steps ?? []).Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))],
        },
        context.Cancellation);

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/planned";

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, ActionRequest input, Result result, Plan? stored)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { [SignedPlan.CaseFact] = input.OriginCaseId, ["operator"] = input.OperatorId, ["step"] = input.StepId };
        if (stored is not null)
        {
            facts[SignedPlan.HashFact] = result.Plan!.Hash;
            SignedPlan.Note(facts, result.Ticket!, result.Requester!, result.Triage!);
            facts["runbook"] = stored.RunbookId;
            facts["runbook-hash"] = stored.RunbookHash;
            facts["requester"] = stored.RequesterId;
            facts["subject"] = stored.SubjectId;
            facts["steps"] = string.Join("; ", stored.Steps.Select(step => $"{step.Id}: {step.Remediation} on {step.TargetId}"));
        }

        return new AuditEvent(
            input.CaseId, EntryKey(context), AuditKinds.Planned, "helpdesk", stored is null ? $"No plan was made: {result.NoPlan}" : "The step that an operator had done was planned.", facts);
    }

    /// <summary>The plan of one step, or why there is none.</summary>
    /// <param name="Plan">The plan in the context store; null when there is none.</param>
    /// <param name="Triage">What triage said of the ticket; null without a plan.</param>
    /// <param name="Ticket">The ticket's snapshot; null without a plan.</param>
    /// <param name="Requester">The requester's snapshot; null without a plan.</param>
    /// <param name="NoPlan">Why there is none; null when there is one.</param>
    public sealed record Result(PlanReference? Plan, TriageFacts? Triage, ContextReference? Ticket, ContextReference? Requester, string? NoPlan)
    {
        /// <summary>No plan.</summary>
        public static Result None(string why) => new(null, null, null, null, why);
    }
}
