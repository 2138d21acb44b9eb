namespace HelpDesk.Orchestrations.Stages.Execution.Leases;

/// <summary>Who holds a target: one step of one workflow.</summary>
/// <param name="InstanceId">The workflow; when it has ended, its lease is free.</param>
/// <param name="CaseId">The case it works for, as others are told.</param>
/// <param name="Step">The step, unique in the case.</param>
public sealed record LeaseHolder(string InstanceId, string CaseId, string Step);
