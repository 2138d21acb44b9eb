using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>The ticket of a case, for a remediation whose effect is that people are told something. Throws <see cref="VendorException"/> for a fault.</summary>
public interface ICaseTicket
{
    /// <summary>Writes a comment that the requester sees, once per key.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="text">The comment.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task CommentAsync(string caseId, string text, string key, CancellationToken cancellation);

    /// <summary>True when the ticket system has acknowledged the comment of that key.</summary>
    /// <param name="caseId">The case.</param>
    /// <param name="key">Idempotency key.</param>
    /// <param name="cancellation">Stops the call.</param>
    Task<bool> HasCommentAsync(string caseId, string key, CancellationToken cancellation);
}
