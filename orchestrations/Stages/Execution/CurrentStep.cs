using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Cases;
using HelpDesk.Orchestrations.Ledger.Steps;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>The step that an activity works on, with the plan it belongs to.</summary>
/// <param name="Context">The activity.</param>
/// <param name="Input">Which step.</param>
/// <param name="Verified">Its plan, compared with what was allowed.</param>
public sealed record CurrentStep(ActivityContext Context, StepInput Input, VerifiedPlan Verified)
{
    /// <summary>Its plan.</summary>
    public Plan Plan => Verified.Plan;

    /// <summary>The step in its plan.</summary>
    public PlanStep Step => Plan.Steps[Input.Index];

    /// <summary>What it acts on, for reading its state.</summary>
    public RemediationTarget Target => new(Step.TargetKind, Step.TargetId, Step.Parameters);

    /// <summary>Stops the activity.</summary>
    public CancellationToken Cancellation => Context.Cancellation;

    /// <summary>The name under which it holds its target: the same over all its attempts, read-backs and its undo.</summary>
    internal LeaseHolder Holder => StepHolder.Of(Context.InstanceId, Input);
}
