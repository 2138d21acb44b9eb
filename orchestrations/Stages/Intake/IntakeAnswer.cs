namespace HelpDesk.Orchestrations.Stages.Intake;

/// <summary>What the sender of a webhook is told.</summary>
/// <param name="Outcome">What became of it.</param>
/// <param name="CaseId">The case, when accepted or a duplicate.</param>
/// <param name="Field">The field at fault, when malformed.</param>
/// <param name="Reason">Why ignored or malformed.</param>
public sealed record IntakeAnswer(IntakeOutcome Outcome, string? CaseId = null, string? Field = null, string? Reason = null);
