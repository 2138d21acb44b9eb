using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Ledger.Approvals;
using HelpDesk.Orchestrations.Stages.Approvals;
using HelpDesk.Orchestrations.Stages.Secrets;

namespace HelpDesk.Web.Approvals;

/// <summary>What waits for one person who sees no case: approvals and vouchers for the people whom they manage, passes that they may collect.</summary>
public sealed class OwnWaiting(ApprovalService approvals, HandOverService handOvers, VoucherService vouchers, IDirectory directory)
{
    /// <summary>The approval of that id; null when there is none.</summary>
    public Task<ApprovalRequest?> ApprovalAsync(string id, CancellationToken cancellation) => approvals.FindAsync(id, cancellation);

    /// <summary>The hand-over of that id; null when there is none.</summary>
    public Task<HandOver?> HandOverAsync(string id, CancellationToken cancellation) => handOvers.FindAsync(id, cancellation);

    /// <summary>True when an approval waits for this person as the manager.</summary>
    public async Task<bool> MayDecideAsync(string approvalId, SignedInPerson person, CancellationToken cancellation) =>
        await approvals.FindAsync(approvalId, cancellation) is { State: ApprovalState.Open, Requirement.AsksManager: true } gate
        && string.Equals((await directory.GetManagerAsync(gate.SubjectId, cancellation))?.Id, person.ObjectId, StringComparison.OrdinalIgnoreCase)
        && await approvals.WhyNotAsync(gate, person, cancellation) is null;

    /// <summary>True when this person may collect a secret or vouch for whose it is.</summary>
    public async Task<bool> MayActAsync(string handOverId, SignedInPerson person, CancellationToken cancellation) =>
        await handOvers.FindAsync(handOverId, cancellation) is { } handOver
        && ((await handOvers.EntitlementAsync(handOver, person, cancellation)).Kind != EntitlementKind.None || await vouchers.WhyNotAsync(handOver, person, cancellation) is null);
}
