using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>What <see cref="UndoStep"/> takes.</summary>
/// <param name="Step">The step.</param>
/// <param name="StartedAt">When it started, UTC.</param>
/// <param name="Why">Why it is undone: a later step failed, its time is over, an operator asked.</param>
/// <param name="IsUncertain">True for a step that failed or was given up itself: nobody knows whether it changed nothing, something or all. Default false.</param>
public sealed record UndoStepInput(StepInput Step, DateTimeOffset StartedAt, string Why, bool IsUncertain = false);
