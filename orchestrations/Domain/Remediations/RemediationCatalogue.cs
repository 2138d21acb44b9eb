namespace HelpDesk.Orchestrations.Domain.Remediations;

/// <summary>All remediations there are, by id.</summary>
public sealed class RemediationCatalogue(IEnumerable<IRemediation> remediations, IEnumerable<OffRemediation>? off = null)
{
    private readonly Dictionary<string, OffRemediation> _off = (off ?? []).DistinctBy(one => one.Id, StringComparer.Ordinal).ToDictionary(one => one.Id, StringComparer.Ordinal);

    private readonly Dictionary<string, IRemediation> _remediations =
        remediations.ToDictionary(remediation => remediation.Descriptor.Id, StringComparer.Ordinal);

    /// <summary>All descriptors, by id.</summary>
    public IReadOnlyList<RemediationDescriptor> Descriptors =>
        [.. _remediations.Values.Select(remediation => remediation.Descriptor).OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal)];

    /// <summary>All that exist and are switched off, by id.</summary>
    public IReadOnlyList<OffRemediation> Off => [.. _off.Values.Where(one => !_remediations.ContainsKey(one.Id)).OrderBy(one => one.Id, StringComparer.Ordinal)];

    /// <summary>The remediation of that id, or null.</summary>
    public IRemediation? Find(string id) => _remediations.GetValueOrDefault(id);

    /// <summary>The remediation of that id that exists and is switched off, or null.</summary>
    public OffRemediation? FindOff(string id) => _remediations.ContainsKey(id) ? null : _off.GetValueOrDefault(id);

    /// <summary>What is known of the remediation of that id, also while it is switched off; null when there is none. For who names it, never for who runs it.</summary>
    public RemediationDescriptor? Describe(string id) => Find(id)?.Descriptor ?? FindOff(id)?.About;

    /// <summary>True when the risk of the person decides whether a plan may be done; an undo is decided by who reads both states.</summary>
    public bool DependsOnRisk(Plan plan) => plan.Undoes is null && plan.Steps.Any(step => Find(step.Remediation)?.Descriptor.MostRisk is not null);

    /// <summary>The remediation of that id.</summary>
    /// <exception cref="KeyNotFoundException">There is none: start-up validation of the runbooks should have found it.</exception>
    public IRemediation Get(string id) => Find(id) ?? throw new KeyNotFoundException($"The catalogue has no remediation '{id}'.");
}

/// <summary>A remediation that exists and is switched off: a runbook may name it in an optional step, which is then left out with this reason.</summary>
/// <param name="About">What is known of it: pages name it as they name the others.</param>
/// <param name="Why">Why, and which setting switches it on; one sentence.</param>
public sealed record OffRemediation(RemediationDescriptor About, string Why)
{
    /// <summary>Catalogue id.</summary>
    public string Id => About.Id;
}
