using HelpDesk.Orchestrations.Stages.Operations;

namespace HelpDesk.Web.Operations;

/// <summary>What the page of the operators shows.</summary>
/// <param name="Suspended">Workflows waiting for an operator, the newest first; at most 100.</param>
/// <param name="Failed">Failed workflows whose ticket no one has, the newest first; at most 100.</param>
/// <param name="Running">One page of those that run or wait, the newest first.</param>
/// <param name="Page">Page, from 1.</param>
/// <param name="HasMore">True when there is a next page.</param>
/// <param name="Timers">Last run of every timer.</param>
/// <param name="DeadLetters">How many dead letters are open.</param>
/// <param name="OldestDeadLetter">Since when the oldest of them is, UTC; null when there is none.</param>
public sealed record OperationsModel(
    IReadOnlyList<WorkflowLine> Suspended, IReadOnlyList<WorkflowLine> Failed, IReadOnlyList<WorkflowLine> Running, int Page, bool HasMore,
    IReadOnlyList<TimerStatus> Timers, int DeadLetters, DateTimeOffset? OldestDeadLetter);
