namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="ReadBulkPart"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="Part">Which part of its lines, from 0.</param>
public sealed record ReadBulkPartInput(string CaseId, int Part);
