namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What the check right before execution found.</summary>
/// <param name="Outcome">Ready, already done, or refused.</param>
/// <param name="Reason">Why it is not ready; null when ready.</param>
public sealed record Precondition(PreconditionOutcome Outcome, string? Reason = null)
{
    /// <summary>Go on.</summary>
    public static Precondition Ready { get; } = new(PreconditionOutcome.Ready);

    /// <summary>The target shows the effect already.</summary>
    public static Precondition AlreadyDone(string reason) => new(PreconditionOutcome.AlreadyDone, reason);

    /// <summary>The target is no longer what was approved.</summary>
    public static Precondition Refused(string reason) => new(PreconditionOutcome.Refused, reason);
}

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
