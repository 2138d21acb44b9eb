namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>What one read-back showed.</summary>
/// <param name="Outcome">Shown, not yet, or failed for good.</param>
/// <param name="Evidence">What was read, in one sentence without secrets: the audit entry's evidence.</param>
public sealed record ReadBack(ReadBackOutcome Outcome, string Evidence);
