using HelpDesk.Orchestrations.Ledger.Approvals;

namespace HelpDesk.Orchestrations.Stages.Approvals;

/// <summary>What became of a decision.</summary>
public enum DecisionKind
{
    /// <summary>Recorded now.</summary>
    Recorded,

    /// <summary>The same was decided before: same answer, nothing new.</summary>
    SameAgain,

    /// <summary>The opposite was decided before: conflict.</summary>
    AlreadyDecided,

    /// <summary>This person may not decide it.</summary>
    NotAllowed,

    /// <summary>Too late, or withdrawn.</summary>
    Expired,

    /// <summary>The page showed another plan than the one that waits.</summary>
    WrongPlan,

    /// <summary>There is no such approval.</summary>
    NotFound,

    /// <summary>What is stored is not what was signed: somebody changed the records. Nothing follows from it.</summary>
    Changed,
}

/// <summary>What became of a decision, for the page.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Gate">The approval as it is now; null when there is none.</param>
/// <param name="Message">What happened, why, and what to do next.</param>
public sealed record DecisionOutcome(DecisionKind Kind, ApprovalRequest? Gate, string Message);
