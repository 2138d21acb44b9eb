using System.Globalization;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Runbooks;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Planning;

/// <summary>
/// Makes the plan of a case, keeps it and records that it was made, or why it could not be. The entry is signed and says of what the plan was made:
/// the guard before the first effect takes no other plan.
/// </summary>
public sealed class MakePlan(CasePlanner planner, CaseContext contexts, SignedResults results, CaseStore caseStore, SubjectCases subjects)
    : SignedActivity<MakePlan.Input, MakePlan.Result, Plan>(results)
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Result> Reference = Named<MakePlan>("make-plan");

    /// <inheritdoc />
    protected override SignedActivityKey KeyOf(ActivityContext context, Input input) => new(input.CaseId, context.IdempotencyKey, EntryKey(context), AuditKinds.Planned);

    // Which steps contain follows from runbook and policy alone: it is said again by the next attempt, and nothing is kept of it.
    /// <inheritdoc />
    protected override async Task<(Result Result, Plan? Stored)> MakeAsync(ActivityContext context, Input input) =>
        planner.FindContainment(input) is { } contain ? (contain, null) : await planner.PlanAsync(input, context.Cancellation);

    /// <inheritdoc />
    protected override async Task<Plan?> LoadAsync(Result result, CancellationToken cancellation) =>
        result.Plan is { } reference ? await contexts.GetAsync<Plan>(reference.Context, cancellation) : null;

    /// <inheritdoc />
    protected override AuditEvent? EntryOf(ActivityContext context, Input input, Result result, Plan? stored) => result.Contain.Count > 0 ? null : Entry(context, input, result, stored);

    /// <inheritdoc />
    protected override async Task RecordAsync(ActivityContext context, Input input, Result result, Plan? stored)
    {
        var cancellation = context.Cancellation;
        if (result.Contain.Count > 0)
        {
            await caseStore.UpdateAsync(input.CaseId, record => record with { RunbookId = result.RunbookId, Doing = "Containing the threat" }, cancellation);
            return;
        }

        if (stored is not null)
            await subjects.AddAsync(stored.SubjectId, input.CaseId, cancellation);
        await caseStore.UpdateAsync(
            input.CaseId,
            record => record with { RunbookId = result.RunbookId, Plan = result.Plan?.Context, Containment = Sent(record, input), Steps = [.. Contained(record, input), .. Steps(stored, result.LeftOut)], Doing = "Weighing the plan against policy" },
            cancellation);
    }

    private static string EntryKey(ActivityContext context) => $"{context.IdempotencyKey}/planned";

    private static AuditEvent Entry(ActivityContext context, Input input, Result result, Plan? plan)
    {
        var facts = new Dictionary<string, string>(StringComparer.Ordinal) { ["intent"] = input.Triage.Intent ?? "none" };
        if (result.RunbookId is { } runbook)
            facts["runbook"] = runbook;
        if (plan is not null)
        {
            facts["runbook-hash"] = plan.RunbookHash;
            facts[SignedPlan.HashFact] = result.Plan!.Hash;
            SignedPlan.Note(facts, input.Ticket, input.Requester, input.Triage);
            facts["requester"] = plan.RequesterId;
            facts["subject"] = plan.SubjectId;
            if (plan.Opening is { } opening)
            {
                facts["openers"] = opening.HasUnknownOpener ? string.Join(", ", opening.OpenerIds.Append("unknown")) : string.Join(", ", opening.OpenerIds);
                facts["channel"] = opening.Channel.ToString();
            }

            facts["steps"] = string.Join("; ", plan.Steps.Select(step => $"{step.Id}: {step.Remediation} on {step.TargetId}"));
        }

        if (input.Contained is { Count: > 0 } contained)
            facts["done-at-once"] = string.Join(", ", contained);
        if (result.Question is { } question)
            facts["question"] = $"{question.Id}: {string.Join(", ", question.Options.Select(option => option.Id))}";
        if (result.LeftOut.Count > 0)
            facts["left-out"] = string.Join("; ", result.LeftOut.Select(step => $"{step.Id}: {step.Reason}"));
        var summary = plan is null && result.NoPlan is null ? "Nothing is left to be done after the containment steps."
            : plan is null ? $"No plan was made: {result.NoPlan}"
            : string.Create(CultureInfo.InvariantCulture, $"A plan of {plan.Steps.Count} step(s) was made from the runbook '{plan.RunbookId}'.");
        return new AuditEvent(input.CaseId, EntryKey(context), AuditKinds.Planned, "helpdesk", summary, facts);
    }

    // Those that policy did not allow at once are in the plan of the rest.
    private static List<ContextReference> Sent(CaseRecord record, Input input) =>
        [.. record.Containment.Where(plan => input.Contained?.Any(id => plan.Kind == PlanContainment.KindOf(id)) == true)];

    // A containment step on several devices has one step of the case for each.
    private static IEnumerable<CaseStep> Contained(CaseRecord record, Input input) =>
        record.Steps.Where(step => input.Contained?.Any(id => step.Id == id || step.Id.StartsWith($"{id}-", StringComparison.Ordinal)) == true);

    private static List<CaseStep> Steps(Plan? plan, IReadOnlyList<LeftOutStep> leftOut) =>
    [
        .. (plan?.Steps ?? []).Select(step => new CaseStep(step.Id, step.Remediation, step.TargetName, CaseStepState.Planned)),
        .. leftOut.Select(step => new CaseStep(step.Id, step.Remediation, "", CaseStepState.Skipped, step.Reason)),
    ];

    /// <summary>What <see cref="MakePlan"/> takes.</summary>
    /// <param name="CaseId">The case.</param>
    /// <param name="Ticket">The <see cref="TicketSnapshot"/>.</param>
    /// <param name="Requester">The <see cref="RequesterSnapshot"/>.</param>
    /// <param name="Triage">What triage said.</param>
    /// <param name="Contained">Ids of the runbook's containment steps that were done already; null when nobody looked for any: then the answer names them and is no plan.</param>
    public sealed record Input(CaseId CaseId, ContextReference Ticket, ContextReference Requester, TriageFacts Triage, IReadOnlyList<string>? Contained = null);

    /// <summary>What <see cref="MakePlan"/> gives, small enough for a history.</summary>
    /// <param name="Plan">The stored <see cref="HelpDesk.Orchestrations.Domain.Remediations.Plan"/>; null when there is none.</param>
    /// <param name="RunbookId">The runbook; null when no runbook answers the intent.</param>
    /// <param name="StepCount">How many steps it has.</param>
    /// <param name="NoPlan">Why there is none, in plain words; null too when nothing is left to be done.</param>
    /// <param name="LeftOut">Steps of the runbook that were not taken, and why; at most 20.</param>
    public sealed record Result(
        PlanReference? Plan, string? RunbookId, int StepCount, string? NoPlan, IReadOnlyList<LeftOutStep> LeftOut)
    {
        /// <summary>Ids of the steps that contain the threat and come first, in order; empty when there are none, or they were looked for.</summary>
        public IReadOnlyList<string> Contain { get; init; } = [];

        /// <summary>Why the case ends with a person even if all of the plan is done; null when it does not. At most 500 characters.</summary>
        public string? Missing { get; init; }

        /// <summary>How the ticket names an application or licence, as it was planned; null when it does not, and without a plan.</summary>
        public string? AppHint { get; init; }

        /// <summary>True when there is no plan only because something was not understood, and nobody was refused anything. Default false.</summary>
        public bool CanBeCured { get; init; }

        /// <summary>What the requester could be asked so that there is a plan; null when nothing.</summary>
        public PlanQuestion? Question { get; init; }
    }
}
