namespace HelpDesk.Orchestrations.Domain.Policy;

/// <summary>What policy says, from mild to strict: the strictest finding wins.</summary>
public enum VerdictOutcome
{
    /// <summary>Run without a person.</summary>
    Allow,

    /// <summary>Run when the named people approve exactly this plan.</summary>
    NeedsApproval,

    /// <summary>Do not run; hand the ticket to a person.</summary>
    Refuse,
}
