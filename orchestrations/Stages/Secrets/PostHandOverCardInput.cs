namespace HelpDesk.Orchestrations.Stages.Secrets;

/// <summary>What <see cref="PostHandOverCard"/> takes.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="HandOverId">The hand-over.</param>
public sealed record PostHandOverCardInput(string CaseId, string HandOverId);
