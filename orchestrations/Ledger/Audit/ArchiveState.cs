namespace HelpDesk.Orchestrations.Ledger.Audit;

/// <summary>How far an archive has come.</summary>
/// <param name="Until">The last checkpoint that was looked at; 0 = none.</param>
/// <param name="Different">Checkpoints under whose number the archive holds something else.</param>
public sealed record ArchiveState(long Until, IReadOnlyList<long> Different);
