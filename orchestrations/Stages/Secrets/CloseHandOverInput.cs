namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>What <see cref="CloseHandOver"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="HandOverId">The hand-over.</param>
public sealed record CloseHandOverInput(string CaseId, string HandOverId);
