using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Budgets;
using HelpDesk.Orchestrations.Stages.Execution.Leases;

namespace HelpDesk.Orchestrations.Stages.Execution;

/// <summary>What a step reserves before its effect and returns after it: its target, and its place in the hour's budget.</summary>
/// <remarks>Every method throws <see cref="VendorException"/> when the store cannot be reached.</remarks>
public sealed class StepReservations(TargetLeases leases, Budgets budgets)
{
    /// <summary>Takes the target, or queues for it.</summary>
    /// <param name="at">The step.</param>
    /// <param name="goesFirst">True for a containment step.</param>
    public Task<LeaseStatus> TakeTargetAsync(CurrentStep at, bool goesFirst) =>
        leases.TakeAsync(at.Step.TargetKind, at.Step.TargetId, at.Holder, goesFirst, at.Cancellation);

    /// <summary>Releases the target, or leaves its queue.</summary>
    public Task ReleaseTargetAsync(CurrentStep at) => leases.ReleaseAsync(at.Step.TargetKind, at.Step.TargetId, at.Holder, at.Cancellation);

    /// <summary>Reserves the budget of the step and of all that follow it: all or none.</summary>
    /// <returns>Why there is none, in one sentence; null when it is reserved.</returns>
    public async Task<string?> ReserveBudgetAsync(CurrentStep at) =>
        await budgets.ReserveAsync(at.Plan, at.Input.Index, at.Cancellation) is { } exceeded ? Budgets.Words(exceeded) : null;

    /// <summary>Returns budget for what changed nothing or will not be done.</summary>
    public Task ReturnBudgetAsync(CurrentStep at, BudgetReturn what) => budgets.GiveBackAsync(at.Plan, what.From, what.Count, at.Cancellation);

    /// <summary>True when the target stays reserved until the effect is read back: no other step may act on what is in between.</summary>
    internal static bool HoldsUntilReadBack(RemediationDescriptor descriptor) => descriptor.VerifyFor <= TargetLeases.LongestHold;
}

/// <summary>Which steps of a plan return their budget.</summary>
/// <param name="From">The first, from 0.</param>
/// <param name="Count">How many; null = all that follow.</param>
public sealed record BudgetReturn(int From, int? Count)
{
    /// <summary>This step only: it changed nothing.</summary>
    internal static BudgetReturn Only(CurrentStep at) => new(at.Input.Index, 1);

    /// <summary>This step and all that follow: the plan ends before it.</summary>
    internal static BudgetReturn With(CurrentStep at) => new(at.Input.Index, null);

    /// <summary>All that follow: the plan ends here, and this step may have had an effect.</summary>
    internal static BudgetReturn After(CurrentStep at) => new(at.Input.Index + 1, null);
}
