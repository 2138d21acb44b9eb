using HelpDesk.Orchestrations.Domain.Remediations;

namespace HelpDesk.Orchestrations.Domain.Policy.Containment;

/// <summary>Which containment steps may run before anything that waits for an approval. Data chooses; what can be chosen from is code.</summary>
/// <param name="AtOnce">Catalogue ids.</param>
/// <param name="Confidence">How sure triage must be, 0 to 1; never below <see cref="Domain.Policy.Confidence.ConfidenceRules.LeastAutomatic"/>.</param>
public sealed record ContainmentRules(IReadOnlySet<string> AtOnce, double Confidence)
{
    /// <summary>How long a second ticket of the same person does not repeat a step that an open case did and read back. Default 15 minutes; zero = it is always repeated.</summary>
    public TimeSpan NotAgainWithin { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>Nothing runs before an approval that would not run without one.</summary>
    public static ContainmentRules None { get; } = new(new HashSet<string>(StringComparer.Ordinal), 1);

    /// <summary>
    /// True when a step of a containment plan may run without an approval: policy names it, and the catalogue says that it only takes access
    /// away and can be undone. Of any other plan nothing may.
    /// </summary>
    public bool Covers(Plan plan, RemediationDescriptor? descriptor) =>
        plan.IsContainment && descriptor is { MayContain: true } && AtOnce.Contains(descriptor.Id);
}
