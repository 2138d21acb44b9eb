using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>What operators had done on the page of a case, as it is signed there.</summary>
public sealed class ActionRequests(OperatorRequests requests)
{
    /// <summary>Records that an operator pressed.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached; nothing was pressed then.</exception>
    public Task RecordAsync(ActionRequest request, CancellationToken cancellation) => requests.RecordAsync(EntryOf(request), cancellation);

    /// <summary>Why a request does not count; null when exactly this was pressed. What was not is a security event.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public Task<string?> WhyNotAsync(ActionRequest request, CancellationToken cancellation) =>
        requests.WhyNotAsync(EntryOf(request), request.CaseId, "operator action", "No signed audit entry says that this operator had this step done.", cancellation);

    private static AuditEvent EntryOf(ActionRequest request) => new(
        request.OriginCaseId, $"{request.CaseId}/asked/{request.AskedAt:O}", AuditKinds.OperatorActed, $"person:{request.OperatorId}", "An operator had a step done on the page of the case.",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["action-case"] = request.CaseId,
            ["step"] = request.StepId,
            ["device"] = request.DeviceId?.Value ?? "none",
            ["operator-name"] = request.OperatorName,
        });
}
