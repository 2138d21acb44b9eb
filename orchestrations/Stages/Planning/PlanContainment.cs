using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Makes the plan of one containment step: a plan of its own, with its own hash, so that nothing that happens to another step withholds it,
/// and so that an approval given later is of exactly what is left.
/// </summary>
public sealed class PlanContainment(CasePlanner planner, CaseContext contexts, ActivityResults results, ContainedAlready already, CaseStore caseStore, IAuditLog audit)
    : KeptActivity<PlanContainment.Input, PlanContainment.Result>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<PlanContainment>("plan-containment");

    /// <summary>Under what the plan of a step is kept.</summary>
    internal static string KindOf(string stepId) => $"contain-{stepId}";

    /// <inheritdoc />
    protected override string CaseOf(Input input) => input.CaseId;

    /// <inheritdoc />
    protected override async Task<Result> MakeAsync(ActivityContext context, Input input)
    {
        var made = await planner.ContainAsync(input, context.Cancellation);
        return made.Plan is { } plan && await already.FindAsync(await contexts.GetAsync<Plan>(plan.Context, context.Cancellation), context.Cancellation) is { } done
            ? made with { DoneBy = done.CaseId, DoneIn = done.Number, DoneAt = done.At }
            : made;
    }

    // Why there is none is said of the rest of the plan, where the step is tried again.
    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result)
    {
        if (result.Plan is not { } reference)
            return;
        var cancellation = context.Cancellation;
        var plan = await contexts.GetAsync<Plan>(reference.Context, cancellation);
        if (result.DoneIn is { } other)
        {
            await RepeatAsync(context, plan, other, cancellation);
            return;
        }

        await audit.AppendAsync(Entry(context, plan, reference), cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record.Containment.Contains(reference.Context) ? record : record with
            {
                Containment = [.. record.Containment, reference.Context],
                Steps = [.. record.Steps, .. plan.Steps.Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned))],
            },
            cancellation);
    }

    private async Task RepeatAsync(ActivityContext context, Plan plan, string other, CancellationToken cancellation)
    {
        await audit.AppendAsync(
            new AuditEvent(
                plan.CaseId, $"{context.IdempotencyKey}/done-already", AuditKinds.Planned, "helpdesk", $"A containment step was done minutes ago for {other}, an open ticket of the same person, and is not repeated.",
                new Dictionary<string, string>(StringComparer.Ordinal) { ["ticket"] = other, ["steps"] = string.Join("; ", plan.Steps.Select(step => $"{step.Id}: {step.Remediation} on {step.TargetId}")) }),
            cancellation);
        await caseStore.UpdateAsync(
            plan.CaseId,
            record => record with
            {
                Steps = [.. record.Steps.Where(known => !plan.Steps.Any(step => step.Id == known.Id)), .. plan.Steps.Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.AlreadyDone, $"Done minutes ago for {other}, an open ticket of the same person."))],
            },
            cancellation);
    }

    private static AuditEvent Entry(ActivityContext context, Plan plan, PlanReference reference) => new(
        plan.CaseId, $"{context.IdempotencyKey}/planned", AuditKinds.Planned, "helpdesk", $"A containment step of the runbook '{plan.RunbookId}' was planned, to be done at once.",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["intent"] = plan.Intent,
            ["runbook"] = plan.RunbookId,
            ["runbook-hash"] = plan.RunbookHash,
            ["plan-hash"] = reference.Hash,
            ["containment"] = "yes",
            ["requester"] = plan.RequesterId,
            ["subject"] = plan.SubjectId,
            ["steps"] = string.Join("; ", plan.Steps.Select(step => $"{step.Id}: {step.Remediation} on {step.TargetId}")),
        });

    /// <summary>What <see cref="PlanContainment"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The <see cref="TicketSnapshot"/>.</param>
    /// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
    /// <param name="Triage">What triage said.</param>
    /// <param name="StepId">Which step of the runbook.</param>
    public sealed record Input(string CaseId, ContextReference Ticket, ContextReference Requester, TriageFacts Triage, string StepId);

    /// <summary>What <see cref="PlanContainment"/> gives.</summary>
    /// <param name="Plan">The stored plan; null when there is none.</param>
    /// <param name="StepCount">How many steps it has: more than one when it is about several devices.</param>
    /// <param name="NoPlan">Why there is none; null when there is one.</param>
    /// <param name="IsOptional">True when the case can end without it.</param>
    /// <param name="IsOnDevice">True when it acts on a device. Default false.</param>
    public sealed record Result(PlanReference? Plan, int StepCount, string? NoPlan, bool IsOptional, bool IsOnDevice = false)
    {
        /// <summary>The open case of the same person that did it minutes ago, so that it is not repeated; null when this one does it.</summary>
        public string? DoneBy { get; init; }

        /// <summary>What people call that case's ticket.</summary>
        public string? DoneIn { get; init; }

        /// <summary>When that case began it, UTC.</summary>
        public DateTimeOffset? DoneAt { get; init; }
    }
}
