namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What <see cref="LookAtGate"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="GateId">The approval.</param>
/// <param name="NextEvent">Name of the event for which the workflow waits next if nothing is decided.</param>
public sealed record LookAtGateInput(string CaseId, string GateId, string NextEvent);
