using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Makes the plan of one containment step: a plan of its own, with its own hash, so that nothing that happens to another step withholds it,
/// and so that an approval given later is of exactly what is left. Its entry is signed, as that of every plan (<see cref="MakePlan"/>).
/// </summary>
public sealed class PlanContainment(CasePlanner planner, CaseContext contexts, SignedResults results, ContainedAlready already, CaseStore caseStore)
    : SignedActivity<PlanContainment.Input, PlanContainment.Result, Plan>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<PlanContainment>("plan-containment");

    /// <summary>Under what the plan of a step is kept.</summary>
    internal static string KindOf(string stepId) => $"contain-{stepId}";

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Planned);

    /// <inheritdoc />
    protected override async Task<(Result Result, Plan? Stored)> MakeAsync(ActivityContext context, Input input)
    {
        var (made, plan) = await planner.ContainAsync(input, context.Cancellation);
        return plan is not null && await already.FindAsync(plan, context.Cancellation) is { } done
            ? (made with { DoneBy = done.CaseId, DoneIn = done.Number, DoneAt = done.At }, plan)
            : (made, plan);
    }

    /// <inheritdoc />
    protected override async Task<Plan?> LoadAsync(Result result, CancellationToken cancellation) =>
        result.Plan is { } reference ? await contexts.GetAsync<Plan>(reference.Context, cancellation) : null;

    // Why there is none is said of the rest of the plan, where the step is tried again.
    /// <inheritdoc />
    protected override AuditEvent? EntryOf(ActivityContext context, Input input, Result result, Plan? stored) =>
        stored is null ? null : new(input.CaseId, EntryKey(context), AuditKinds.Planned, "helpdesk", Summary(result, stored), Facts(input, result, stored));

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result, Plan? stored)
    {
        if (stored is null)
            return;
        var (reference, state, note) = (result.Plan!.Context, result.DoneIn is null ? CaseStepState.Planned : CaseStepState.AlreadyDone, result.DoneIn is { } other ? $"Done minutes ago for {other}, an open ticket of the same person." : null);
        var steps = stored.Steps.Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, state, note)).ToList();
        await caseStore.UpdateAsync(
            input.CaseId,
            record => result.DoneIn is not null ? record with { Steps = [.. record.Steps.Where(known => !steps.Exists(step => step.Id == known.Id)), .. steps] }
                : record.Containment.Contains(reference) ? record
                : record with { Containment = [.. record.Containment, reference], Steps = [.. record.Steps, .. steps] },
            context.Cancellation);
    }

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/planned";

    private static string Summary(Result result, Plan plan) => result.DoneIn is { } other
        ? $"A containment step was done minutes ago for {other}, an open ticket of the same person, and is not repeated."
        : $"A containment step of the runbook '{plan.RunbookId}' was planned, to be done at once.";

    private static Dictionary<string, string> Facts(Input input, Result result, Plan plan)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["intent"] = plan.Intent,
            ["runbook"] = plan.RunbookId,
            ["runbook-hash"] = plan.RunbookHash,
            [SignedPlan.HashFact] = result.Plan!.Hash,
            ["containment"] = "yes",
            ["requester"] = plan.RequesterId,
            ["subject"] = plan.SubjectId,
            ["steps"] = string.Join("; ", plan.Steps.Select(step => $"{step.Id}: {step.Remediation} on {step.TargetId}")),
        };
        SignedPlan.Note(facts, input.Ticket, input.Requester, input.Triage);
        if (result.DoneIn is { } other)
            facts["done-in"] = other;
        return facts;
    }

    /// <summary>What <see cref="PlanContainment"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The <see cref="TicketSnapshot"/>.</param>
    /// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
    /// <param name="Triage">What triage said.</param>
    /// <param name="StepId">Which step of the runbook.</param>
    public sealed record Input(CaseId CaseId, ContextReference Ticket, ContextReference Requester, TriageFacts Triage, string StepId);

    /// <summary>What <see cref="PlanContainment"/> gives.</summary>
    /// <param name="Plan">The stored plan; null when there is none.</param>
    /// <param name="StepCount">How many steps it has: more than one when it is about several devices.</param>
    /// <param name="NoPlan">Why there is none; null when there is one.</param>
    /// <param name="IsOptional">True when the case can end without it.</param>
    /// <param name="IsOnDevice">True when it acts on a device. Default false.</param>
    public sealed record Result(PlanReference? Plan, int StepCount, string? NoPlan, bool IsOptional, bool IsOnDevice = false)
    {
        /// <summary>The open case of the same person that did it minutes ago, so that it is not repeated; null when this one does it.</summary>
        public CaseId? DoneBy { get; init; }

        /// <summary>What people call that case's ticket.</summary>
        public string? DoneIn { get; init; }

        /// <summary>When that case began it, UTC.</summary>
        public DateTimeOffset? DoneAt { get; init; }
    }
}
