using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What <see cref="CloseGate"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="GateId">The approval.</param>
/// <param name="State">Expired or withdrawn.</param>
public sealed record CloseGateInput(string CaseId, string GateId, GateState State);
