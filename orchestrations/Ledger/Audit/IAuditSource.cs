using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>Where chains and checkpoints are read from for a verification: the store, or an export.</summary>
public interface IAuditSource
{
    /// <summary>Checkpoints in the order of their numbers.</summary>
    IAsyncEnumerable<AuditCheckpointText> CheckpointsAsync(CancellationToken cancellation);

    /// <summary>All chains.</summary>
    IAsyncEnumerable<AuditChainText> ChainsAsync(CancellationToken cancellation);

    /// <summary>What is wrong with the source as a whole; known after all of it was read.</summary>
    IReadOnlyList<AuditError> Faults { get; }
}

/// <summary>A chain as it was found, nothing of it believed yet.</summary>
/// <param name="CaseId">The case it is kept under.</param>
/// <param name="Entries">Texts of the entries in the order they were found.</param>
/// <param name="Head">Text of the newest head; null when there is none.</param>
/// <param name="KeyMarkers">Texts of the key markers; null where they are not known (an export has none).</param>
public sealed record AuditChainText(CaseId CaseId, IReadOnlyList<string> Entries, string? Head, IReadOnlyList<string>? KeyMarkers = null);

/// <summary>A checkpoint as it was found, nothing of it believed yet.</summary>
/// <param name="Text">The signed statement.</param>
/// <param name="Pages">Texts of the pages with the heads that changed since the checkpoint before.</param>
public sealed record AuditCheckpointText(string Text, IReadOnlyList<string> Pages);
