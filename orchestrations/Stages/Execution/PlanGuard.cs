using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>
/// The last check before a step: is the stored plan the one that was allowed, is it still approved, may anything run at all?
/// What the workflow carries is not trusted here; promise P1 holds even if its history were forged.
/// </summary>
public sealed class PlanGuard(CaseContext contexts, ApprovalCheck approval, IStandingVerdict verdict, StopReasons stops, RemediationCatalogue catalogue)
{
    /// <summary>What a step says whose stored plan is another one.</summary>
    internal const string OtherPlan = "The stored plan is not the one that was allowed.";

    /// <summary>The step that an activity works on, with its plan; null when the stored plan is not the one that was allowed.</summary>
    public async Task<CurrentStep?> FindStepAsync(ActivityContext context, StepInput input) =>
        await VerifiedPlan.FindAsync(contexts, input.Plan, context.Cancellation) is { } plan ? new CurrentStep(context, input, plan) : null;

    /// <summary>The step that an activity works on, after it was run.</summary>
    /// <exception cref="InvalidOperationException">The stored plan is not the one that was allowed.</exception>
    public async Task<CurrentStep> StepAsync(ActivityContext context, StepInput input) =>
        new(context, input, await VerifiedPlan.LoadAsync(contexts, input.Plan, context.Cancellation));

    /// <summary>Why a step must not run at all; null when it may. Decisions are read from the audit chain, not from a record (<see cref="ApprovalCheck"/>), and policy's verdict is derived again (<see cref="IStandingVerdict"/>).</summary>
    public async Task<string?> WhyNotAsync(StepInput input, VerifiedPlan verified, CancellationToken cancellation)
    {
        var plan = verified.Plan;
        if (input.ApprovalId is { } id && await approval.WhyNotAsync(id, input.CaseId, plan, input.PlanHash, cancellation) is { } why)
            return why;
        var remediation = plan.Steps[input.Index].Remediation;
        if (WhyOff(remediation) is { } off)
            return off;
        var descriptor = catalogue.Get(remediation).Descriptor;
        // Which of them policy names is asked by the protocol; what could ever be named is decided here.
        var contains = plan is { IsContainment: true, Undoes: null } && descriptor.MayContain;
        if (input.ApprovalId is null && !contains && (descriptor.IsNeverAutomatic || plan.Undoes is not null))
            return $"'{descriptor.Title}' needs an approval, and there is none.";
        // A list's targets are judged one by one when they begin; what was approved to be undone is derived from what was done.
        return input.ApprovalId is null || !(plan.Undoes is not null || BulkCase.Is(input.CaseId)) ? await verdict.WhyNotAsync(plan, input.Plan.Hash, input.ApprovalId is not null, cancellation)
            : plan.Undoes is { } undone && !BulkCase.Is(input.CaseId) ? await verdict.WhyNotMadeAsync(input.CaseId, input.Plan.Hash, cancellation) ?? await verdict.WhyNotMadeAsync(undone.CaseId, undone.PlanHash, cancellation)
            : null;
    }

    /// <summary>
    /// Why what follows from a plan must not be done: the undo of a failed step, or access whose time is over. It was decided with its plan, so the
    /// plan must be one that was made here, or of a list that was approved.
    /// </summary>
    public async Task<string?> WhyNoConsequenceAsync(StepInput input, VerifiedPlan verified, CancellationToken cancellation) =>
        WhyOff(verified.Plan.Steps[input.Index].Remediation) ?? (!BulkCase.Is(input.CaseId) ? await verdict.WhyNotMadeAsync(input.CaseId, input.Plan.Hash, cancellation)
            : input.ApprovalId is { } id ? await approval.WhyNotAsync(id, input.CaseId, verified.Plan, input.PlanHash, cancellation)
            : ApprovalCheck.None);

    /// <summary>Why a remediation cannot run, whoever asks: settings may have changed since its plan was made; null when it can.</summary>
    /// <param name="remediation">Catalogue id.</param>
    public string? WhyOff(string remediation) => catalogue.Find(remediation) is not null ? null
        : catalogue.FindOff(remediation) is { } off ? $"'{off.About.Title}' is switched off: {off.Why}"
        : $"There is no remediation '{remediation}' any more.";

    /// <summary>Why everything must stop now; null when it may go on.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="isContainment">True for a step that contains a threat.</param>
    /// <param name="cancellation">Stops the call.</param>
    public Task<string?> WhyStopAsync(CaseId caseId, bool isContainment, CancellationToken cancellation) => stops.WhyAsync(caseId, isContainment, cancellation);
}
