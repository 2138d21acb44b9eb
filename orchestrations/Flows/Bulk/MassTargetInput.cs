namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="MassTargetWorkflow"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="GateId">Its approval.</param>
/// <param name="Number">Which target of the frozen list, from 0.</param>
public sealed record MassTargetInput(string CaseId, string GateId, int Number);
