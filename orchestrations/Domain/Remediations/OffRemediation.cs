namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>A remediation that exists and is switched off: a runbook may name it in an optional step, which is then left out with this reason.</summary>
/// <param name="About">What is known of it: pages name it as they name the others.</param>
/// <param name="Why">Why, and which setting switches it on; one sentence.</param>
public sealed record OffRemediation(RemediationDescriptor About, string Why)
{
    /// <summary>Catalogue id.</summary>
    public string Id => About.Id;
}
