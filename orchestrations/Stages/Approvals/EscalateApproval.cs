using HelpDesk.Orchestrations.Foundation.Durable;
using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>Lets the fallback group decide too, from now on.</summary>
public sealed class EscalateApproval(ApprovalStore approvals, TimeProvider time) : Activity<EscalateApproval.Input, Unit>
{
    /// <summary>How workflows call it.</summary>
    public static readonly ActivityReference<Input, Unit> Reference = Named<EscalateApproval>("escalate-approval");

    /// <inheritdoc />
    public override async Task<Unit> RunAsync(ActivityContext context, Input input)
    {
        await approvals.UpdateAsync(
            input.ApprovalId,
            before => before is { State: ApprovalState.Open, EscalatedAt: null } ? before with { EscalatedAt = time.GetUtcNow() } : before,
            context.Cancellation);
        return Unit.Value;
    }

    /// <summary>What <see cref="EscalateApproval"/> takes.</summary>
    /// <param name="ApprovalId">The approval.</param>
    public sealed record Input(string ApprovalId);
}
