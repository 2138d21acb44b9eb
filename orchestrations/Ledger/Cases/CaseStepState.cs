namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>How a step stands.</summary>
public enum CaseStepState
{
    /// <summary>Planned.</summary>
    Planned,

    /// <summary>Being executed.</summary>
    Running,

    /// <summary>Executed; the effect is not shown yet.</summary>
    Verifying,

    /// <summary>The effect was read back.</summary>
    Verified,

    /// <summary>Nothing to do: the state was wanted already.</summary>
    AlreadyDone,

    /// <summary>Not executed: left out by condition, refusal or an earlier failure.</summary>
    Skipped,

    /// <summary>Failed or not verified in time.</summary>
    Failed,

    /// <summary>Undone.</summary>
    Undone,
}
