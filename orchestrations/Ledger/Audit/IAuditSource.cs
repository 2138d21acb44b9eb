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
