using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What became of a decision, for the page.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Gate">The approval as it stands now; null when there is none.</param>
/// <param name="Message">What happened, why, and what to do next.</param>
public sealed record DecisionOutcome(DecisionKind Kind, ApprovalRequest? Gate, string Message);
