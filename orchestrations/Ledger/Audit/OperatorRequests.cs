using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>
/// What operators asked for, signed in the chain of the case they asked it on: the input of the workflow that does it is not believed, so that nobody puts
/// another operator, another step or another case under it.
/// </summary>
public sealed class OperatorRequests(IAuditLog audit, AuditSeals seals, TamperEvents tampering)
{
    /// <summary>Records that an operator asked.</summary>
    /// <param name="entry">Who asked for what.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store or the key cannot be reached; nothing was asked for then.</exception>
    public async Task RecordAsync(AuditEvent entry, CancellationToken cancellation) => await audit.AppendAsync(await seals.SealAsync(entry, cancellation), cancellation);

    /// <summary>Why a request does not count; null when exactly this was asked for. What was not is a security event.</summary>
    /// <param name="asked">The entry that there must be.</param>
    /// <param name="caseId">The case that would follow from it.</param>
    /// <param name="what">What was asked for: "undo request".</param>
    /// <param name="finding">What is so when there is no such entry, one sentence.</param>
    /// <param name="cancellation">Stops the call.</param>
    /// <exception cref="VendorException">The store or the key cannot be reached.</exception>
    public async Task<string?> WhyNotAsync(AuditEvent asked, CaseId caseId, string what, string finding, CancellationToken cancellation)
    {
        if (await FindAsync(asked, cancellation) is { } found && found.Actor == asked.Actor && found.Kind == asked.Kind && found.CaseId == asked.CaseId
            && asked.Facts.All(fact => found.Facts.GetValueOrDefault(fact.Key) == fact.Value) && await seals.IsGenuineAsync(found, cancellation))
            return null;
        await tampering.RecordAsync(caseId, what, finding, cancellation);
        return $"Security event: {finding}";
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
}
