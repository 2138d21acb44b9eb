namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>What <see cref="PrepareHandOverWait"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="HandOverId">The hand-over.</param>
/// <param name="NextEvent">Name of the event for which the workflow waits next.</param>
public sealed record PrepareHandOverWaitInput(string CaseId, string HandOverId, string NextEvent);
