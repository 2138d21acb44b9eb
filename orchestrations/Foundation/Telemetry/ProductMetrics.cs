using System.Diagnostics.Metrics;

namespace HelpDesk.Orchestrations.Foundation.Telemetry;

/// <summary>
/// The product's figures for operations, each as it happens; with nobody listening they cost nothing. A step that is repeated after a
/// crash may be counted twice: the audit log is exact, this is not. Names and units: docs/telemetry.md.
/// </summary>
public sealed class ProductMetrics : IDisposable
{
    // Seconds. The embedded classifier takes milliseconds, a language model seconds.
    private static readonly InstrumentAdvice<double> TriageSeconds = new() { HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60] };

    // Seconds: from a minute to two weeks, because an approval is waited for by days.
    private static readonly InstrumentAdvice<double> ApprovalSeconds = new() { HistogramBucketBoundaries = [60, 300, 900, 1_800, 3_600, 7_200, 14_400, 28_800, 86_400, 172_800, 345_600, 604_800, 1_209_600] };

    // Seconds: ten are the promise, an outage of the directory is the tail.
    private static readonly InstrumentAdvice<double> ContainmentSeconds = new() { HistogramBucketBoundaries = [0.5, 1, 2, 5, 10, 20, 30, 60, 300, 900, 3_600] };

    private readonly Meter _meter = new(ProductTelemetry.MeterName);
    private readonly Histogram<double> _triage;
    private readonly Counter<long> _abstentions;
    private readonly Histogram<double> _approvals;
    private readonly Histogram<double> _containment;
    private readonly Counter<long> _outcomes;
    private readonly Counter<long> _mismatches;
    private readonly Counter<long> _questions;
    private readonly Gauge<long> _stuck;
    private readonly Gauge<double> _deadLetters;
    private readonly Gauge<double> _checkpoint;

    /// <summary>Makes the instruments.</summary>
    public ProductMetrics()
    {
        _triage = _meter.CreateHistogram("helpdesk.triage.duration", "s", "How long it took to say what a ticket is about", tags: null, TriageSeconds);
        _abstentions = _meter.CreateCounter<long>("helpdesk.triage.abstentions", "{abstention}", "Tickets of which it was not certain what they are about");
        _approvals = _meter.CreateHistogram("helpdesk.approvals.age", "s", "How old an approval was when it ended", tags: null, ApprovalSeconds);
        _containment = _meter.CreateHistogram("helpdesk.containment.duration", "s", "From a ticket being accepted until a containment step was done", tags: null, ContainmentSeconds);
        _outcomes = _meter.CreateCounter<long>("helpdesk.remediation.outcomes", "{step}", "Steps by remediation and outcome");
        _mismatches = _meter.CreateCounter<long>("helpdesk.remediation.mismatches", "{step}", "Steps that were done and whose effect was not read back");
        _questions = _meter.CreateCounter<long>("helpdesk.questions", "{question}", "Questions to requesters by kind and outcome");
        _stuck = _meter.CreateGauge<long>("helpdesk.cases.stuck", "{case}", "Cases that should move and do not");
        _deadLetters = _meter.CreateGauge<double>("helpdesk.intake.dead_letter.age", "s", "Age of the oldest open dead letter; 0 when none is open");
        _checkpoint = _meter.CreateGauge<double>("helpdesk.audit.checkpoint.age", "s", "How long ago all audit entries were last covered by a checkpoint");
    }

    /// <summary>True when somebody listens to what has to be looked up to be told.</summary>
    public bool IsHeard => _stuck.Enabled || _deadLetters.Enabled || _checkpoint.Enabled;

    /// <summary>A ticket was triaged.</summary>
    /// <param name="model">Who answered.</param>
    /// <param name="took">How long it took.</param>
    /// <param name="abstained">Why there is no intent, one of the abstention reasons; null when there is one.</param>
    public void Triaged(string model, TimeSpan took, string? abstained)
    {
        _triage.Record(took.TotalSeconds, new KeyValuePair<string, object?>(ProductTelemetry.Model, model));
        if (abstained is not null)
            _abstentions.Add(1, new(ProductTelemetry.Reason, abstained), new(ProductTelemetry.Model, model));
    }

    /// <summary>An approval ended.</summary>
    /// <param name="outcome">How: the state of its gate.</param>
    /// <param name="age">Since it was asked for.</param>
    public void ApprovalEnded(string outcome, TimeSpan age) =>
        _approvals.Record(Math.Max(0, age.TotalSeconds), new KeyValuePair<string, object?>(ProductTelemetry.Outcome, outcome));

    /// <summary>A question to a requester was asked or ended.</summary>
    /// <param name="kind">Which question, out of a closed list.</param>
    /// <param name="outcome">asked, answered, unanswered or withdrawn.</param>
    public void Question(string kind, string outcome) =>
        _questions.Add(1, new(ProductTelemetry.Question, kind), new(ProductTelemetry.Outcome, outcome));

    /// <summary>A step ended.</summary>
    /// <param name="remediation">Which, out of the catalogue.</param>
    /// <param name="outcome">How, one of a small fixed set of words.</param>
    public void StepEnded(string remediation, string outcome) =>
        _outcomes.Add(1, new(ProductTelemetry.Remediation, remediation), new(ProductTelemetry.Outcome, outcome));

    /// <summary>A containment step was done.</summary>
    /// <param name="remediation">Which, out of the catalogue.</param>
    /// <param name="since">Since the ticket was accepted.</param>
    public void Contained(string remediation, TimeSpan since) =>
        _containment.Record(Math.Max(0, since.TotalSeconds), new KeyValuePair<string, object?>(ProductTelemetry.Remediation, remediation));

    /// <summary>A step's effect did not show.</summary>
    public void Mismatched(string remediation) => _mismatches.Add(1, new KeyValuePair<string, object?>(ProductTelemetry.Remediation, remediation));

    /// <summary>How many cases are stuck now.</summary>
    public void Stuck(int cases) => _stuck.Record(cases);

    /// <summary>How old the oldest open dead letter is; zero when none is open.</summary>
    public void DeadLetters(TimeSpan oldest) => _deadLetters.Record(oldest.TotalSeconds);

    /// <summary>How long ago all audit entries were last covered.</summary>
    public void CheckpointAge(TimeSpan age) => _checkpoint.Record(age.TotalSeconds);

    /// <inheritdoc />
    public void Dispose() => _meter.Dispose();
}
