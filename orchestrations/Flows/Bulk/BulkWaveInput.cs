namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="BeginBulkWave"/> and <see cref="EndBulkWave"/> take.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="ApprovalId">Its approval.</param>
/// <param name="Wave">Which wave, from 0; one behind the last is the second try of targets that a ticket held.</param>
/// <param name="Ended">What ended in it; null when it begins.</param>
public sealed record BulkWaveInput(string CaseId, string ApprovalId, int Wave, BulkTally? Ended = null);
