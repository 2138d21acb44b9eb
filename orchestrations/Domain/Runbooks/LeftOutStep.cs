namespace HelpDesk.Orchestrations.Domain.Runbooks;

/// <summary>A runbook step that the plan does not take.</summary>
/// <param name="Id">The step's id.</param>
/// <param name="Remediation">Catalogue id.</param>
/// <param name="Reason">Why, in one sentence.</param>
public sealed record LeftOutStep(string Id, string Remediation, string Reason);
