namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>What <see cref="EndMass"/> takes.</summary>
/// <param name="CaseId">The run.</param>
/// <param name="End">How it ended.</param>
public sealed record EndMassInput(string CaseId, MassEnd End);
