using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>What the sender of a webhook is told.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="CaseId">The case, when there is one or one comes for certain; null for a change of a ticket that is new to us, which is read first.</param>
/// <param name="Field">The field at fault, when malformed.</param>
/// <param name="Reason">Why ignored or malformed.</param>
public sealed record IntakeAnswer(IntakeOutcome Outcome, CaseId? CaseId = null, string? Field = null, string? Reason = null);

/// <summary>What became of a webhook.</summary>
public enum IntakeOutcome
{
    /// <summary>Kept and queued.</summary>
    Accepted,

    /// <summary>Known already; queued again, which starts nothing twice.</summary>
    Duplicate,

    /// <summary>Sound, but nothing follows from it.</summary>
    Ignored,

    /// <summary>Not what the contract says.</summary>
    Malformed,

    /// <summary>Sent too long ago, or in the future.</summary>
    Stale,
}
