using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>The audit log: one insert-only hash chain per case.</summary>
public interface IAuditLog
{
    /// <summary>
    /// Appends an entry and returns when it is durable. The same <see cref="AuditEvent.Key"/> in the same case appends nothing
    /// a second time, so that a repeated activity leaves one entry.
    /// </summary>
    /// <exception cref="VendorException">The store cannot be reached; nothing may then be done that needs the entry.</exception>
    Task AppendAsync(AuditEvent entry, CancellationToken cancellation);

    /// <summary>The chain of a case, in order.</summary>
    IAsyncEnumerable<AuditEntry> ReadAsync(string caseId, CancellationToken cancellation);
}
