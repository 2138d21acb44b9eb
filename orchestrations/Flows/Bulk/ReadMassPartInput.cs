namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="ReadMassPart"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="Part">Which part of its lines, from 0.</param>
public sealed record ReadMassPartInput(string CaseId, int Part);
