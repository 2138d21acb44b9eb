using HelpDesk.Orchestrations.Domain.Runbooks.Outcomes;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Domain.Runbooks;

/// <summary>What is done for an intent: one file under <c>runbooks/</c>, read by managers.</summary>
public sealed record Runbook
{
    /// <summary>Id, equal to the file's name without <c>.yaml</c>.</summary>
    public required string Id { get; init; }

    /// <summary>One line for people.</summary>
    public required string Title { get; init; }

    /// <summary>Intents it answers; an intent has at most one runbook, one for bulk runs answers none.</summary>
    public required IReadOnlyList<string> Intents { get; init; }

    /// <summary>Whose account and devices it may change.</summary>
    public required SubjectRule Subject { get; init; }

    /// <summary>True when it is for bulk runs and for nothing else.</summary>
    public bool IsForBulk => Subject == SubjectRule.Listed;

    /// <summary>Its steps, in order. Never empty.</summary>
    public required IReadOnlyList<RunbookStep> Steps { get; init; }

    /// <summary>What must be true for the person before a case counts as resolved; empty for bulk runs only, whose lines end when their steps are read back.</summary>
    public IReadOnlyList<RunbookOutcome> Outcome { get; init; } = [];

    /// <summary>What the requester is told; nothing where nobody asked.</summary>
    public required RunbookMessages Tell { get; init; }

    /// <summary>The file as people name it.</summary>
    public required string File { get; init; }

    /// <summary>SHA-256 of the file, lower-case hex: what plans carry.</summary>
    public required string Hash { get; init; }
}

/// <summary>What the requester is told. That an AI wrote it and how to reach a person is added by whoever sends it.</summary>
/// <param name="Done">When everything was done and verified.</param>
/// <param name="Waiting">While an approver or a hand-over is waited for.</param>
/// <param name="Refused">When policy or an approver said no.</param>
/// <param name="Escalated">When a person takes over.</param>
public sealed record RunbookMessages(LocalizedText Done, LocalizedText Waiting, LocalizedText Refused, LocalizedText Escalated);

/// <summary>Whose account and devices a runbook may change.</summary>
public enum SubjectRule
{
    /// <summary>Only those of the person who asks.</summary>
    Requester,

    /// <summary>Those of somebody else, when a delegate rule of policy lets the requester ask for them.</summary>
    Delegate,

    /// <summary>Those of everybody on the list of a bulk run that an operator starts; never those of a ticket.</summary>
    Listed,
}
