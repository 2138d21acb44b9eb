namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What the check right before execution found.</summary>
public enum PreconditionOutcome
{
    /// <summary>Execute.</summary>
    Ready,

    /// <summary>Nothing to do; still verified.</summary>
    AlreadyDone,

    /// <summary>Do not execute; hand over.</summary>
    Refused,
}
