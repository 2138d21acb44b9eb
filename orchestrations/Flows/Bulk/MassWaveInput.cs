namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="BeginMassWave"/> and <see cref="EndMassWave"/> take.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="GateId">Its approval.</param>
/// <param name="Wave">Which wave, from 0; one behind the last is the second try of targets that a ticket held.</param>
/// <param name="Ended">What ended in it; null when it begins.</param>
public sealed record MassWaveInput(string CaseId, string GateId, int Wave, MassTally? Ended = null);
