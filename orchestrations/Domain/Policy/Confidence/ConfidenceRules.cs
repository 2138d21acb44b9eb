namespace HelpDesk.Orchestrations.Domain.Policy.Confidence;

/// <summary>How sure triage must be, per source. The embedded classifier has less authority than a language model.</summary>
/// <param name="Model">For the language model.</param>
/// <param name="Embedded">For the embedded classifier, and for any source that is not known.</param>
public sealed record ConfidenceRules(SourceConfidence Model, SourceConfidence Embedded)
{
    /// <summary>What no file can lower: least confidence of an automatic plan, for any source.</summary>
    public const double LeastAutomatic = 0.7;

    /// <summary>What no file can lower: least confidence of any plan.</summary>
    public const double LeastConsidered = 0.4;
}

/// <summary>How sure one source of triage must be.</summary>
/// <param name="Automatic">From here on a plan may run without a person, 0 to 1.</param>
/// <param name="Considered">Below it no plan is considered at all, 0 to 1.</param>
public sealed record SourceConfidence(double Automatic, double Considered);
