using HelpDesk.Orchestrations.Foundation;
using HelpDesk.Orchestrations.Ledger.Cases;

namespace HelpDesk.Orchestrations.Stages.Outcomes;

/// <summary>How a ticket ended: what figures are made of. Holds no text of the ticket.</summary>
public sealed record CaseOutcome
{
    /// <summary>The case.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>Resolved, escalated or ignored.</summary>
    public required CaseState State { get; init; }

    /// <summary>Which way it took.</summary>
    public required CasePath Path { get; init; }

    /// <summary>The intent; null when it is not known.</summary>
    public string? Intent { get; init; }

    /// <summary>The runbook; null when there was none.</summary>
    public string? RunbookId { get; init; }

    /// <summary>Which model triaged it.</summary>
    public string? TriagedBy { get; init; }

    /// <summary>True when every executed step was read back.</summary>
    public bool Verified { get; init; }

    /// <summary>How many steps were done and read back.</summary>
    public int StepsDone { get; init; }

    /// <summary>When the webhook was accepted, UTC.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it came to rest, UTC.</summary>
    public required DateTimeOffset ClosedAt { get; init; }

    /// <summary>How many questions the requester was asked. Default 0.</summary>
    public int QuestionsAsked { get; init; }

    /// <summary>How many of them were answered. Default 0.</summary>
    public int QuestionsAnswered { get; init; }

    /// <summary>The case with which the same person came back about the same thing within the days that policy names; null = none.</summary>
    public string? RecontactedBy { get; init; }

    /// <summary>When the requester reopened it, which takes the resolution back; null = not.</summary>
    public DateTimeOffset? ReopenedAt { get; init; }

    /// <summary>What the technician did with the drafted answer; null = nothing, or there was none.</summary>
    public DraftUse? DraftUse { get; init; }

    /// <summary>Whether the next steps were right, as the technician said; null = not said.</summary>
    public bool? AreStepsRight { get; init; }

    /// <summary>How long a person had the ticket, as measured: from the hand-over until the ticket system showed that they closed it; null when it did not.</summary>
    public TimeSpan? WithPersonFor { get; init; }

    /// <summary>True when the technician used the help: sent the draft, called the next steps right or had a step done. Default false.</summary>
    public bool IsHelpUsed { get; init; }
}
