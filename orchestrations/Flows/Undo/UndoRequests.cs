using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>What operators asked to be undone, as it is signed in the chain of the case whose steps they are.</summary>
public sealed class UndoRequests(OperatorRequests requests)
{
    /// <summary>Records that an operator asked.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached; nothing was asked for then.</exception>
    public Task RecordAsync(UndoRequest request, CancellationToken cancellation) => requests.RecordAsync(EntryOf(request), cancellation);

    /// <summary>Why a request does not count; null when exactly this was asked. What was not is a security event.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public Task<string?> WhyNotAsync(UndoRequest request, CancellationToken cancellation) =>
        requests.WhyNotAsync(EntryOf(request), request.CaseId, "undo request", "No signed audit entry says that this operator asked for this undo.", cancellation);

    private static AuditEvent EntryOf(UndoRequest request) => new(
        request.OriginCaseId, $"{request.CaseId}/asked/{request.AskedAt:O}", AuditKinds.OperatorActed, $"person:{request.OperatorId}", "An operator asked for an undo.",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["undo-case"] = request.CaseId,
            ["steps"] = string.Join(", ", request.StepIds),
            ["reason"] = request.Reason,
        });
}
