using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Audit;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Flows.Undo;

/// <summary>
/// What operators asked to be undone, signed in the chain of the case whose steps they are: the workflow's own input is not believed, so that nobody
/// puts another operator, other steps or another case under it.
/// </summary>
public sealed class UndoRequests(IAuditLog audit, AuditSeals seals, TamperEvents tampering)
{
    /// <summary>Records that an operator asked.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached; nothing was asked for then.</exception>
    public async Task RecordAsync(UndoRequest request, CancellationToken cancellation) =>
        await audit.AppendAsync(await seals.SealAsync(EntryOf(request), cancellation), cancellation);

    /// <summary>Why a request does not count; null when exactly this was asked. What was not is a security event.</summary>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public async Task<string?> WhyNotAsync(UndoRequest request, CancellationToken cancellation)
    {
        var asked = EntryOf(request);
        if (await FindAsync(asked, cancellation) is { } found && found.Actor == asked.Actor && found.Kind == asked.Kind && found.CaseId == asked.CaseId
            && asked.Facts.All(fact => found.Facts.GetValueOrDefault(fact.Key) == fact.Value) && await seals.IsGenuineAsync(found, cancellation))
            return null;
        const string Finding = "No signed audit entry says that this operator asked for this undo.";
        await tampering.RecordAsync(request.CaseId, "undo request", Finding, cancellation);
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

    private static AuditEvent EntryOf(UndoRequest request) => new(
        request.OriginCaseId, $"{request.CaseId}/asked/{request.AskedAt:O}", AuditKinds.OperatorActed, $"person:{request.OperatorId}", "An operator asked for an undo.",
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["undo-case"] = request.CaseId,
            ["steps"] = string.Join(", ", request.StepIds),
            ["reason"] = request.Reason,
        });
}
