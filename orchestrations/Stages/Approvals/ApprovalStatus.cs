using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What an approval looked like.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="PersonWanted">True when somebody asked for a person.</param>
public sealed record ApprovalStatus(ApprovalState State, bool PersonWanted);
