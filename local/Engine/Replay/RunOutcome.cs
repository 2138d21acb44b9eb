using HelpDesk.Orchestrations.Foundation.Durable;

namespace HelpDesk.Local.Engine.Replay;

/// <summary>The state of a run after a turn.</summary>
/// <param name="State">Running while it waits; Pending when it continues as new.</param>
/// <param name="Output">Result as JSON when completed; the next input when it continues as new.</param>
/// <param name="Failure">Why it failed.</param>
internal sealed record RunOutcome(WorkflowState State, string? Output = null, StepFailure? Failure = null)
{
    public static RunOutcome Waiting { get; } = new(WorkflowState.Running);

    public bool ContinuesAsNew => State == WorkflowState.Pending;

    public bool IsEnd => State is WorkflowState.Completed or WorkflowState.Failed;
}
