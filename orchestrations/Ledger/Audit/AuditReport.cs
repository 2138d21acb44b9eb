namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>What a verification looked at and found.</summary>
/// <param name="Chains">Chains with at least one entry.</param>
/// <param name="Entries">Entries in them.</param>
/// <param name="Checkpoints">Checkpoints.</param>
/// <param name="Faults">What is wrong; empty when all is as it was written.</param>
public sealed record AuditReport(int Chains, long Entries, int Checkpoints, IReadOnlyList<AuditError> Faults)
{
    /// <summary>True when nothing is wrong.</summary>
    public bool IsClean => Faults.Count == 0;
}
