using System.Globalization;
using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Policy;
using HelpDesk.Orchestrations.Domain.Remediations;
using HelpDesk.Orchestrations.Domain.Tickets;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Keeps approvers from being flooded: one open approval per person and runbook, and so many an hour per requester and per channel. Undos
/// and bulk runs, which operators ask for, are not counted.
/// </summary>
public sealed class ApprovalLimits(IRecordStore store, CaseStore caseStore, PolicySet policy, TimeProvider time)
{
    // So long a case that asks may take until its approval is open.
    private static readonly TimeSpan Asking = TimeSpan.FromMinutes(10);

    /// <summary>Takes a place for the approval of a plan, once per case, or says why there is none.</summary>
    /// <returns>Why no approval may be asked for, in words; null when it may.</returns>
    /// <exception cref="VendorException">The store cannot be reached.</exception>
    public async Task<string?> WhyNotAsync(Plan plan, CancellationToken cancellation)
    {
        if (plan.Undoes is not null || BulkCase.Is(plan.CaseId))
            return null;
        if (await HeldByAsync(plan, cancellation) is { } other)
            return $"An approval for the same person and runbook already waits, for {other}.";
        var channel = plan.Opening?.Channel ?? TicketChannel.Unknown;
        return await IsFullAsync($"asked|{plan.RequesterId.Value.ToLowerInvariant()}", plan.CaseId, policy.Budgets.ApprovalsPerRequesterPerHour, cancellation)
                ? string.Create(CultureInfo.InvariantCulture, $"The requester's tickets asked for {policy.Budgets.ApprovalsPerRequesterPerHour} approvals in this hour (policy/budgets.yaml).")
            : await IsFullAsync($"asked-by|{channel}", plan.CaseId, policy.Budgets.ApprovalsPerChannelPerHour, cancellation)
                ? string.Create(CultureInfo.InvariantCulture, $"Tickets by {TicketChannels.NameOf(channel)} asked for {policy.Budgets.ApprovalsPerChannelPerHour} approvals in this hour (policy/budgets.yaml).")
            : null;
    }

    // A place is held until its case is closed: two approvals for one person would be two passes.
    private async Task<string?> HeldByAsync(Plan plan, CancellationToken cancellation)
    {
        var (partition, row, now) = (Tenant.Partition("approval-places"), $"{plan.SubjectId.Value.ToLowerInvariant()}|{plan.RunbookId}", time.GetUtcNow());
        var seen = (await store.ReadAsync<ApprovalPlace>(Tables.Flags, partition, row, cancellation))?.Value;
        if (seen is not null && seen.CaseId != plan.CaseId && await IsHeldAsync(seen, now, cancellation) is { } held)
            return held;
        var mine = new ApprovalPlace(plan.CaseId, now);
        var taken = await store.UpdateAsync<ApprovalPlace>(Tables.Flags, partition, row, before => before is null || before == seen ? seen?.CaseId == plan.CaseId ? seen : mine : before, cancellation);
        return taken.CaseId == plan.CaseId ? null : await IsHeldAsync(taken, now, cancellation) ?? taken.CaseId;
    }

    private async Task<string?> IsHeldAsync(ApprovalPlace place, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await caseStore.FindAsync(place.CaseId, cancellation) is not { ClosedAt: null } record)
            return null;
        return record.OpenApprovalId is not null || record.OpenHandOverId is not null || now - place.At < Asking ? record.Ticket.Number : null;
    }

    private async Task<bool> IsFullAsync(string name, CaseId caseId, int most, CancellationToken cancellation)
    {
        var hour = time.GetUtcNow().UtcDateTime.ToString("yyyyMMddHH", CultureInfo.InvariantCulture);
        var partition = Tenant.Partition(name);
        var others = 0;
        await foreach (var record in store.QueryAsync(Tables.Flags, partition, $"{hour}|", $"{hour}|~", cancellation))
        {
            if (record.Row == $"{hour}|{caseId}")
                return false;
            if (++others >= most)
                return true;
        }

        await store.AddAsync(Tables.Flags, new Record(partition, $"{hour}|{caseId}", "{}"), cancellation);
        return false;
    }
}

/// <summary>Which case asks for the approval of a runbook for a person.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="At">Since when, UTC.</param>
internal sealed record ApprovalPlace(CaseId CaseId, DateTimeOffset At);
