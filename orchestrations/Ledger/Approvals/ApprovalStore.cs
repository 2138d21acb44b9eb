#pragma warning disable MA0022 // Null says that there is nothing to append; nobody awaits it.
using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Text.Json;
using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Foundation.Records;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Ledger.Approvals;

/// <summary>
/// Keeps approvals. What counts is in the audit chain (<see cref="ApprovalChain"/>), appended before anything else; the record beside it is a
/// copy for lists and pages, written afterwards. A copy that says more than the chain was changed outside this program: a security event.
/// </summary>
public sealed class ApprovalStore(IRecordStore store, ApprovalChain chain, TamperEvents tampering)
{
    private const int MostKnown = 1_000;

    private static readonly string Partition = Tenant.Partition("gates");

    // Signed and over: it cannot change any more, so that a bulk run does not read it again for each target.
    private readonly ConcurrentDictionary<(CaseId CaseId, string ApprovalId), ChainedApproval> _over = new();

    /// <summary>The stored copy of an approval, for display only; null when there is none or it cannot be read.</summary>
    public async Task<ApprovalRequest?> FindAsync(string approvalId, CancellationToken cancellation) => (await RowAsync(approvalId, cancellation)).Row;

    /// <summary>An approval as its signed entries say, compared with the stored copy; null when neither is there.</summary>
    /// <param name="approvalId">The approval.</param>
    /// <param name="caseId">Its case; null takes that of the stored copy.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">Store or key cannot be reached.</exception>
    public async Task<VerifiedApproval?> VerifyAsync(string approvalId, CaseId? caseId, CancellationToken cancellation)
    {
        // The copy first: it is written after the chain, so what it says must be in what is read after it.
        var (row, unreadable) = await RowAsync(approvalId, cancellation);
        var of = caseId ?? row?.CaseId ?? CaseOf(approvalId);
        var signed = await ChainedAsync(of, approvalId, cancellation);
        if (row is null && !unreadable && signed.Request is null && signed.Findings.Count == 0)
            return null;
        string[] findings =
        [
            .. signed.Findings, .. unreadable ? ["The record cannot be read."] : Array.Empty<string>(),
            .. row is not null && ApprovalComparison.Difference(row, signed) is { } difference ? [difference] : Array.Empty<string>(),
        ];
        foreach (var finding in findings)
            await tampering.RecordAsync(signed.Request?.CaseId ?? of, $"approval {approvalId}", finding, cancellation);
        var shown = signed.Request is { } request && row is not null && findings.Length == 0
            // What is only shown, and decides nothing, is the copy's.
            ? request with { Verdict = row.Verdict, EscalatedAt = row.EscalatedAt, Trace = row.Trace, Ticket = row.Ticket }
            : signed.Request;
        return new VerifiedApproval(shown, signed.NextAct, row is not null, findings.Length == 0 ? null : string.Join(' ', findings));
    }

    /// <summary>Asks for an approval, or gives the one that was asked for already. What it carries of state and decisions does not count.</summary>
    /// <exception cref="VendorException">Store or key cannot be reached; or what is stored under its id is not genuine.</exception>
    public async Task<ApprovalRequest> OpenAsync(ApprovalRequest gate, CancellationToken cancellation)
    {
        await chain.RequestAsync(gate with { State = ApprovalState.Open, Decisions = [], EscalatedAt = null }, cancellation);
        var verified = await VerifyAsync(gate.ApprovalId, gate.CaseId, cancellation);
        if (verified is not { Request: { } asked, Finding: null } || asked.PlanHash != gate.PlanHash)
            throw new VendorException("store", "changed", verified?.Finding ?? "The approval of another plan is stored under this id.", isRetryable: false);
        return await CopyAsync(asked with { Verdict = gate.Verdict, Trace = asked.Trace ?? gate.Trace, Ticket = asked.Ticket ?? gate.Ticket }, cancellation);
    }

    /// <summary>Appends an act to the chain when the approval allows it, then copies it into the record.</summary>
    /// <param name="approvalId">The approval.</param>
    /// <param name="caseId">Its case; null takes that of the stored copy.</param>
    /// <param name="append">Appends the act under a number; false when another act took it; null when there is nothing to append.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <returns>The approval afterwards, and whether this call appended; null when there is none.</returns>
    internal async Task<(VerifiedApproval Approval, bool Appended)?> ActAsync(
        string approvalId, CaseId? caseId, Func<VerifiedApproval, Task<bool>?> append, CancellationToken cancellation)
    {
        var isAppended = false;
        while (await VerifyAsync(approvalId, caseId, cancellation) is { } verified)
        {
            if (!isAppended && verified.Request is not null && append(verified) is { } appending)
            {
                isAppended = await appending;
                continue;
            }

            if (verified is { Request: { } signed, Finding: null, HasCopy: true })
                await CopyAsync(signed, cancellation);
            return (verified, isAppended);
        }

        return null;
    }

    /// <summary>Appends a decision, as <see cref="ActAsync"/> does.</summary>
    internal Task<(VerifiedApproval Approval, bool Appended)?> DecideAsync(
        string approvalId, CaseId? caseId, ApprovalDecision decision, Func<VerifiedApproval, bool> isAllowed, CancellationToken cancellation) =>
        ActAsync(approvalId, caseId, before => isAllowed(before) ? chain.DecideAsync(before.Request!, decision, before.NextAct, cancellation) : null, cancellation);

    /// <summary>Ends an approval that nobody decided; a decision that is in the chain already wins.</summary>
    internal Task<(VerifiedApproval Approval, bool Appended)?> CloseAsync(string approvalId, CaseId caseId, ApprovalState state, CancellationToken cancellation) =>
        ActAsync(approvalId, caseId, before => before.Request!.State == ApprovalState.Open ? chain.CloseAsync(before.Request, state, before.NextAct, cancellation) : null, cancellation);

    /// <summary>An approval as its signed entries say, as <see cref="VerifyAsync"/> does; a copy that lags behind is written again.</summary>
    internal async Task<VerifiedApproval?> ReadAsync(string approvalId, CaseId caseId, CancellationToken cancellation) =>
        (await ActAsync(approvalId, caseId, static _ => null, cancellation))?.Approval;

    /// <summary>Changes what the copy shows and nothing follows from; returning the argument changes nothing.</summary>
    /// <exception cref="InvalidOperationException">There is no such approval.</exception>
    public Task<ApprovalRequest> UpdateAsync(string approvalId, Func<ApprovalRequest, ApprovalRequest> change, CancellationToken cancellation) =>
        store.UpdateAsync<ApprovalRequest>(
            Tables.Approvals, Partition, approvalId,
            before => change(before ?? throw new InvalidOperationException($"There is no approval '{approvalId}'.")),
            cancellation);

    /// <summary>Copies of all approvals that wait, in no order. Found by their cases, so that those of years are not read.</summary>
    public async IAsyncEnumerable<ApprovalRequest> ListOpenAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var (_, line) in new CaseOverview(store).ListAsync(cancellation))
        {
            if (line.OpenApprovalId is { } id && await FindAsync(id, cancellation) is { State: ApprovalState.Open } gate)
                yield return gate;
        }
    }

    // An id is that of its case and eight digits of the plan's hash.
    private static CaseId CaseOf(string approvalId) => new(approvalId.LastIndexOf('-') is > 0 and var at ? approvalId[..at] : approvalId);

    private async Task<ChainedApproval> ChainedAsync(CaseId caseId, string approvalId, CancellationToken cancellation)
    {
        if (caseId.Value.Length is 0 or > AuditLimits.MaxCaseId || approvalId.Length > AuditLimits.MaxCaseId + 40)
            return new ChainedApproval(null, 1, "", []);
        if (_over.TryGetValue((caseId, approvalId), out var known))
            return known;
        var read = await chain.ReadAsync(caseId, approvalId, cancellation);
        if (read is { Request.State: not ApprovalState.Open, Findings.Count: 0 })
        {
            if (_over.Count >= MostKnown)
                _over.Clear();
            _over[(caseId, approvalId)] = read;
        }

        return read;
    }

    private Task<ApprovalRequest> CopyAsync(ApprovalRequest signed, CancellationToken cancellation) => store.UpdateAsync<ApprovalRequest>(
        Tables.Approvals, Partition, signed.ApprovalId,
        before => before is null ? signed
            : before.Decisions.Count < signed.Decisions.Count || (before.State == ApprovalState.Open && signed.State != ApprovalState.Open) ? before with { State = signed.State, Decisions = signed.Decisions }
            : before,
        cancellation);

    private async Task<(ApprovalRequest? Row, bool Unreadable)> RowAsync(string approvalId, CancellationToken cancellation)
    {
        try
        {
            return ((await store.ReadAsync<ApprovalRequest>(Tables.Approvals, Partition, approvalId, cancellation))?.Value, false);
        }
        catch (Exception damage) when (damage is JsonException or ArgumentException or FormatException)
        {
            return (null, true);
        }
    }
}
