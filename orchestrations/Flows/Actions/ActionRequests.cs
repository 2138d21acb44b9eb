using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Actions;

/// <summary>
/// What operators had done, signed in the chain of the case on whose page they pressed: the workflow's own input is not believed, so that nobody puts
/// another operator, another step or another device under it.
/// </summary>
public sealed class ActionRequests(IAuditLog audit, AuditSeals seals, TamperEvents tampering)
{
    /// <summary>Records that an operator pressed.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached; nothing was pressed then.</exception>
    public async Task RecordAsync(ActionRequest request, CancellationToken cancellation) =>
        await audit.AppendAsync(await seals.SealAsync(EntryOf(request), cancellation), cancellation);

    /// <summary>Why a request does not count; null when exactly this was pressed. What was not is a security event.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public async Task<string?> WhyNotAsync(ActionRequest request, CancellationToken cancellation)
    {
        var asked = EntryOf(request);
        if (await FindAsync(asked, cancellation) is { } found && found.Actor == asked.Actor && found.Kind == asked.Kind && found.CaseId == asked.CaseId
            && asked.Facts.All(fact => found.Facts.GetValueOrDefault(fact.Key) == fact.Value) && await seals.IsGenuineAsync(found, cancellation))
            return null;
        const string Finding = "No signed audit entry says that this operator had this step done.";
        await tampering.RecordAsync(request.CaseId, "operator action", Finding, cancellation);
        return $"Security event: {Finding}";
    }

    private async Task<AuditEvent?> FindAsync(AuditEvent asked, CancellationToken cancellation)
    {
        try
        {
            return (await audit.FindAsync(asked.CaseId, asked.Key, cancellation))?.Event;
        }
        catch (AuditDamagedException)
        {
            return null;
        }
    }

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
