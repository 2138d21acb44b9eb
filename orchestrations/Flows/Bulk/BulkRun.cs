using HelpDesk.Orchestrations.Domain.Bulk;
using HelpDesk.Orchestrations.Domain.Directory;
using HelpDesk.Orchestrations.Foundation;

namespace HelpDesk.Orchestrations.Flows.Bulk;

/// <summary>One bulk run as pages show it. Decisions that matter are read from what was approved, not from here.</summary>
public sealed record BulkRun
{
    /// <summary>Case id = workflow instance id = audit chain.</summary>
    public required CaseId CaseId { get; init; }

    /// <summary>What people call it.</summary>
    public required string Number { get; init; }

    /// <summary>The runbook.</summary>
    public required string RunbookId { get; init; }

    /// <summary>Who started it, when and why.</summary>
    public required BulkAct Started { get; init; }

    /// <summary>The pasted lines in the context store.</summary>
    public required ContextReference Lines { get; init; }

    /// <summary>How many lines.</summary>
    public required int LineCount { get; init; }

    /// <summary>Its state.</summary>
    public BulkPhase Phase { get; init; }

    /// <summary>Lines that were looked up so far.</summary>
    public int LinesRead { get; init; }

    /// <summary>The frozen list; null before it is frozen.</summary>
    public ContextReference? List { get; init; }

    /// <summary>How many targets it has.</summary>
    public int Targets { get; init; }

    /// <summary>Its waves.</summary>
    public IReadOnlyList<BulkWave> Waves { get; init; } = [];

    /// <summary>Lines that were refused, in the context store.</summary>
    public IReadOnlyList<ContextReference> Refused { get; init; } = [];

    /// <summary>How many.</summary>
    public int RefusedCount { get; init; }

    /// <summary>The approval, once asked for.</summary>
    public string? ApprovalId { get; init; }

    /// <summary>The wave that runs, from 0; null before the first.</summary>
    public int? Wave { get; init; }

    /// <summary>Until when it waits for the hour's budget, UTC; null when it does not.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>Who asked for the approval.</summary>
    public BulkAct? Asked { get; init; }

    /// <summary>Who threw it away before that.</summary>
    public BulkAct? Discarded { get; init; }

    /// <summary>Who stopped it.</summary>
    public BulkAct? Stopped { get; init; }

    /// <summary>How it ended; null while it has not.</summary>
    public BulkEnd? End { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The group whose people the lines are, as it was found when the run was started; null for a list of lines.</summary>
    public DirectoryGroup? Group { get; init; }

    /// <summary>The run whose remaining targets this one takes; null for an own list.</summary>
    public CaseId? Continues { get; init; }

    /// <summary>The run of which this one undoes what it did; null for a run that does something.</summary>
    public CaseId? Undoes { get; init; }

    /// <summary>The newest run that undoes, or was meant to undo, what this one did; null when nobody asked for it.</summary>
    public CaseId? UndoneBy { get; init; }
}

/// <summary>What an operator did to a run.</summary>
/// <param name="PersonId">Object id.</param>
/// <param name="PersonName">Display name as it was then. Untrusted text.</param>
/// <param name="At">UTC.</param>
/// <param name="Reason">Why, where it was asked for; at most 300 characters. Untrusted text.</param>
public sealed record BulkAct(PersonId PersonId, string PersonName, DateTimeOffset At, string? Reason = null);

/// <summary>The state of a bulk run.</summary>
public enum BulkPhase
{
    /// <summary>The lines of the list are looked up.</summary>
    Reading,

    /// <summary>The operator reads the frozen list.</summary>
    Review,

    /// <summary>Somebody must approve exactly this list.</summary>
    WaitingForApproval,

    /// <summary>Its waves run.</summary>
    Running,

    /// <summary>Waits until the hour's budget is free again.</summary>
    Paused,

    /// <summary>Over.</summary>
    Ended,
}
