using HelpDesk.Orchestrations.Ledger.Steps;

namespace HelpDesk.Orchestrations.Stages.Execution.Undo;

/// <summary>What <see cref="VerifyUndo"/> takes.</summary>
/// <param name="Step">The step that was undone.</param>
/// <param name="StartedAt">When the step had started, UTC.</param>
/// <param name="IsLast">True when the patience ends with this read-back.</param>
public sealed record VerifyUndoInput(StepInput Step, DateTimeOffset StartedAt, bool IsLast);
