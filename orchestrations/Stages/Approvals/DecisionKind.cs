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

    /// <summary>Too late, or taken back.</summary>
    Expired,

    /// <summary>The page showed another plan than the one that waits.</summary>
    WrongPlan,

    /// <summary>There is no such approval.</summary>
    NotFound,
}
