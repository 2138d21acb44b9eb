namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>A step of the plan as a page shows it.</summary>
/// <param name="Id">The plan step's id.</param>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="TargetName">On whom or what. Untrusted text.</param>
/// <param name="State">Its state.</param>
/// <param name="Note">What was read back, or why not; one sentence.</param>
public sealed record CaseStep(string Id, string Remediation, string TargetName, CaseStepState State, string? Note = null);

/// <summary>The state of a step.</summary>
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
