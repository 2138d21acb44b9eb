namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>Whether an effect can be taken back.</summary>
public enum Reversibility
{
    /// <summary>Our undo restores the captured prior state.</summary>
    Undoable,

    /// <summary>Nothing to take back: the person just signs in or checks in again.</summary>
    SelfHealing,

    /// <summary>Cannot be taken back; the approver is told so.</summary>
    Irreversible,
}
