using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Planning.Undo;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>
/// Opens the case of an undo and makes its plan: the chosen steps in reverse order, with the state before and after each as it was kept
/// then. A target that looks otherwise now makes no plan, so that nobody is asked to approve what would be refused. Its entry is signed: no other plan
/// is undone in this case.
/// </summary>
public sealed class MakeUndo(UndoOffers offers, UndoPlans plans, UndoRequests requests, CaseContext contexts, SignedResults results, CaseStore caseStore)
    : SignedActivity<UndoRequest, MakeUndo.Result, Plan>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<UndoRequest, Result> Reference = Named<MakeUndo>("make-undo");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, UndoRequest input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Planned);

    /// <inheritdoc />
    protected override async Task OpenAsync(ActivityContext context, UndoRequest input) =>
        await caseStore.OpenUndoAsync(input, await OriginAsync(input, context.Cancellation), context.Cancellation);

    /// <inheritdoc />
    protected override async Task<(Result Result, Plan? Stored)> MakeAsync(ActivityContext context, UndoRequest input)
    {
        var cancellation = context.Cancellation;
        if (await requests.WhyNotAsync(input, cancellation) is { } notAsked)
            return (new Result(null, 0, notAsked), null);
        var (plan, why) = await BuildAsync(input, cancellation);
        return plan is null
            ? (new Result(null, 0, why), null)
            : (new Result(PlanReference.To(plan, await contexts.PutAsync(input.CaseId, "plan", plan, cancellation)), plan.Steps.Count, null), plan);
    }

    /// <inheritdoc />
    protected override async Task<Plan?> LoadAsync(Result result, CancellationToken cancellation) =>
        result.Plan is { } reference ? await contexts.GetAsync<Plan>(reference.Context, cancellation) : null;

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, UndoRequest input, Result result, Plan? stored) => await caseStore.UpdateAsync(
        input.CaseId,
        record => record with
        {
            Plan = result.Plan?.Context,
            Reason = result.NoPlan,
            Doing = "Weighing the undo against policy",
            Steps = [.. (stored?.Steps ?? []).Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))],
        },
        context.Cancellation);

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/planned";

    private async Task<CaseRecord> OriginAsync(UndoRequest input, CancellationToken cancellation) =>
        await caseStore.FindAsync(input.OriginCaseId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.OriginCaseId}'.");

    private async Task<(Plan? Plan, string? Why)> BuildAsync(UndoRequest input, CancellationToken cancellation)
    {
        var origin = await OriginAsync(input, cancellation);
        var chosen = (await offers.OfAsync(origin, cancellation)).Where(offer => input.StepIds.Contains(offer.Step.Id, StringComparer.Ordinal)).ToList();
        if (chosen.Select(offer => offer.Plan).Distinct().ToList() is not [{ } kept])
            return (null, UndoService.OnePlanAtATime);
        var original = await contexts.GetAsync<Plan>(kept, cancellation);
        var made = await plans.StepsAsync(chosen, cancellation);
        return made.NoPlan is { } why ? (null, why) : (UndoPlans.PlanOf(original, kept, input.CaseId, input.OperatorId, input.Reason, made.Steps), null);
    }

    /// <inheritdoc />
    protected override AuditEvent EntryOf(ActivityContext context, UndoRequest input, Result result, Plan? stored)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["undo-of"] = input.OriginCaseId, ["operator"] = input.OperatorId, ["reason"] = input.Reason };
        if (stored is not null)
        {
            facts[SignedPlan.HashFact] = result.Plan!.Hash;
            facts["undoes-plan"] = stored.Undoes!.PlanHash;
            facts["subject"] = stored.SubjectId;
            facts["steps"] = string.Join("; ", stored.Steps.Select(step => $"{step.Id}: {step.Remediation} on {step.TargetId}"));
        }

        var summary = stored is null
            ? $"No undo is possible: {result.NoPlan}"
            : string.Create(CultureInfo.InvariantCulture, $"An undo of {stored.Steps.Count} step(s) was planned.");
        return new AuditEvent(input.CaseId, EntryKey(context), AuditKinds.Planned, "helpdesk", summary, facts);
    }

    /// <summary>The plan of an undo, or why there is none.</summary>
    /// <param name="Plan">The plan in the context store; null when there is none.</param>
    /// <param name="StepCount">Its steps.</param>
    /// <param name="NoPlan">Why there is none; null when there is one.</param>
    public sealed record Result(PlanReference? Plan, int StepCount, string? NoPlan);
}
