using HelpDesk.Orchestrations.Foundation;
using System.Globalization;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Stages.Planning.Undo;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>
/// Opens the case of an undo and makes its plan: the chosen steps in reverse order, with the state before and after each as it was kept
/// then. A target that looks otherwise now makes no plan, so that nobody is asked to approve what would be refused.
/// </summary>
public sealed class MakeUndo(UndoOffers offers, UndoPlans plans, CaseContext contexts, ActivityResults results, CaseStore caseStore, IAuditLog audit)
    : KeptActivity<UndoRequest, MakeUndo.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<UndoRequest, Result> Reference = Named<MakeUndo>("make-undo");

    /// <inheritdoc />
    protected override string CaseOf(UndoRequest input) => input.CaseId;

    /// <inheritdoc />
    protected override async Task OpenAsync(ActivityContext context, UndoRequest input) =>
        await caseStore.OpenUndoAsync(input, await OriginAsync(input, context.Cancellation), context.Cancellation);

    /// <inheritdoc />
    protected override Task<Result> MakeAsync(ActivityContext context, UndoRequest input) => BuildAsync(input, context.Cancellation);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, UndoRequest input, Result made)
    {
        var cancellation = context.Cancellation;
        var plan = made.Plan is { } reference ? await contexts.GetAsync<Plan>(reference.Context, cancellation) : null;

        await audit.AppendAsync(Entry(context, input, made, plan), cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with
            {
                Plan = made.Plan?.Context,
                Reason = made.NoPlan,
                Doing = "Weighing the undo against policy",
                Steps = [.. (plan?.Steps ?? []).Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))],
            },
            cancellation);
    }

    private async Task<CaseRecord> OriginAsync(UndoRequest input, CancellationToken cancellation) =>
        await caseStore.FindAsync(input.OriginCaseId, cancellation) ?? throw new InvalidOperationException($"There is no case '{input.OriginCaseId}'.");

    private async Task<Result> BuildAsync(UndoRequest input, CancellationToken cancellation)
    {
        var origin = await OriginAsync(input, cancellation);
        var chosen = (await offers.OfAsync(origin, cancellation)).Where(offer => input.StepIds.Contains(offer.Step.Id, StringComparer.Ordinal)).ToList();
        if (chosen.Select(offer => offer.Plan).Distinct().ToList() is not [{ } kept])
            return new Result(null, 0, UndoService.OnePlanAtATime);
        var original = await contexts.GetAsync<Plan>(kept, cancellation);
        var made = await plans.StepsAsync(chosen, cancellation);
        if (made.NoPlan is { } why)
            return new Result(null, 0, why);
        var plan = UndoPlans.PlanOf(original, kept, input.CaseId, input.OperatorId, input.Reason, made.Steps);
        return new Result(PlanReference.To(plan, await contexts.PutAsync(input.CaseId, "plan", plan, cancellation)), plan.Steps.Count, null);
    }

    private static AuditEvent Entry(ActivityContext context, UndoRequest input, Result made, Plan? plan)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["undo-of"] = input.OriginCaseId, ["operator"] = input.OperatorId, ["reason"] = input.Reason };
        if (plan is not null)
        {
            facts["plan-hash"] = made.Plan!.Hash;
            facts["undoes-plan"] = plan.Undoes!.PlanHash;
            facts["subject"] = plan.SubjectId;
            facts["steps"] = string.Join("; ", plan.Steps.Select(step => $"{step.Id}: {step.Remediation} on {step.TargetId}"));
        }

        var summary = plan is null
            ? $"No undo is possible: {made.NoPlan}"
            : string.Create(CultureInfo.InvariantCulture, $"An undo of {plan.Steps.Count} step(s) was planned.");
        return new AuditEvent(input.CaseId, $"{context.IdempotencyKey}/planned", AuditKinds.Planned, "helpdesk", summary, facts);
    }

    /// <summary>The plan of an undo, or why there is none.</summary>
    /// <param name="Plan">The plan in the context store; null when there is none.</param>
    /// <param name="StepCount">Its steps.</param>
    /// <param name="NoPlan">Why there is none; null when there is one.</param>
    public sealed record Result(PlanReference? Plan, int StepCount, string? NoPlan);
}
