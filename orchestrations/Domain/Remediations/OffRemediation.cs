namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>A remediation that exists and is switched off: a runbook may name it in an optional step, which is then left out with this reason.</summary>
/// <param name="Id">Catalogue id.</param>
/// <param name="Why">Why, and which setting switches it on; one sentence.</param>
public sealed record OffRemediation(string Id, string Why);
