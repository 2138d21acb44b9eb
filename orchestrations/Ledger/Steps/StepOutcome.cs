namespace HelpDesk.Orchestrations.Ledger.Steps;

/// <summary>What became of a step.</summary>
public enum StepOutcome
{
    /// <summary>Executed; its effect is to be read back.</summary>
    Executed,

    /// <summary>The wanted state was there already; still to be read back.</summary>
    AlreadyDone,

    /// <summary>Not executed yet: another case changes the same target. Asked again until it is free.</summary>
    Busy,

    /// <summary>To be done by an entitled person (P3).</summary>
    HandOver,

    /// <summary>Sent; the target system waits for its own second administrator before it does it.</summary>
    MultiAdminApproval,

    /// <summary>Not executed: what was approved is no longer so.</summary>
    Refused,

    /// <summary>Not executed: a person was asked for, or an operator stopped everything.</summary>
    Stopped,

    /// <summary>The target system would not do it.</summary>
    Failed,
}
