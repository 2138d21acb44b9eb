namespace HelpDesk.Orchestrations.Domain.Policy.Confidence;

/// <summary>How sure one source of triage must be.</summary>
/// <param name="Automatic">From here on a plan may run without a person, 0 to 1.</param>
/// <param name="Considered">Below it no plan is considered at all, 0 to 1.</param>
public sealed record SourceConfidence(double Automatic, double Considered);
