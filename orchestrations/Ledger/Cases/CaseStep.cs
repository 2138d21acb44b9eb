namespace HelpDesk.Orchestrations.Ledger.Cases;

/// <summary>A step of the plan as a page shows it.</summary>
/// <param name="Id">The plan step's id.</param>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="TargetName">On whom or what. Untrusted text.</param>
/// <param name="State">How it stands.</param>
/// <param name="Note">What was read back, or why not; one sentence.</param>
public sealed record CaseStep(string Id, string Remediation, string TargetName, CaseStepState State, string? Note = null);
